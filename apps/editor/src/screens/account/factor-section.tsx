import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { api, type Enrolment } from '../../api';
import { Confirm } from '../../parts/confirm';
import { showNote } from '../../parts/undo';
import { AppSetUp } from '../../session/app-set-up';
import { RecoveryCodes } from '../../session/recovery-codes';
import { useSession, useUser } from '../../session/session';
import classes from './account.module.css';
import { useConfirming } from './confirming';

/** The second factor: an authenticator app, and the codes that stand in for it. */
export function FactorSection() {
  const user = useUser();
  const { updateUser } = useSession();
  const { run, dialog } = useConfirming();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [removing, setRemoving] = useState(false);
  const refresh = async (): Promise<void> => updateUser(await api.auth.me());
  const confirm = async (code: string): Promise<void> => {
    const { recoveryCodes } = await api.me.confirmSecondFactor(code);
    setEnrolment(null);
    setCodes(recoveryCodes);
  };
  const remove = (): void => {
    setRemoving(false);
    void run(async () => {
      await api.me.removeSecondFactor();
      await refresh();
      showNote('You sign in with your password alone from now on.');
    });
  };
  return (
    <div className={classes.row}>
      <div>
        <h3>Second factor</h3>
        <p>
          {user.hasSecondFactor
            ? 'Signing in asks for a code of your authenticator app.'
            : 'A code of an app on your phone, beside the password: whoever learns your password is not in yet.'}
        </p>
      </div>
      {user.hasSecondFactor ? (
        <div className={classes.buttons}>
          <Button onClick={() => void run(async () => setCodes((await api.me.renewRecoveryCodes()).recoveryCodes))}>
            New recovery codes
          </Button>
          <Button onClick={() => setRemoving(true)}>Switch off</Button>
        </div>
      ) : (
        <Button onClick={() => void run(async () => setEnrolment(await api.me.beginSecondFactor()))}>Set up</Button>
      )}
      {dialog}
      {enrolment && (
        <Modal
          opened
          onClose={() => setEnrolment(null)}
          size={440}
          title="Set up a second factor"
          closeButtonProps={{ 'aria-label': 'Close' }}
        >
          <AppSetUp enrolment={enrolment} onCode={confirm} action="Switch it on" />
        </Modal>
      )}
      {codes && (
        <Modal opened onClose={() => undefined} size={440} title="Your recovery codes" withCloseButton={false}>
          <RecoveryCodes
            codes={codes}
            action="Done"
            onDone={() => {
              setCodes(null);
              void refresh();
            }}
          />
        </Modal>
      )}
      {removing && (
        <Confirm
          opened
          danger
          title="Switch the second factor off?"
          action="Switch it off"
          onConfirm={remove}
          onClose={() => setRemoving(false)}
        >
          <p>Your password alone opens your account then. Your recovery codes are void.</p>
        </Confirm>
      )}
    </div>
  );
}
