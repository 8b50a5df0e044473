import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type ApiTokenRow } from '../../api';
import cards from '../../parts/cards.module.css';
import { Confirm } from '../../parts/confirm';
import { day, readable, whenWithin } from '../../parts/dates';
import list from '../../parts/list-screen.module.css';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { count, joined } from '../../parts/words';
import { useUser } from '../../session/session';
import { SettingsBar } from '../../shell/settings-bar';
import { useConfirming } from '../account/confirming';
import { NewTokenDialog } from './new-token-dialog';
import { SecretDialog } from './secret-dialog';

const icon = { size: 16, stroke: 1.75 };

/** Keys for programs. */
export function TokensScreen() {
  const me = useUser();
  const queries = useQueryClient();
  const tokens = useQuery({ queryKey: queryKeys.tokens, queryFn: api.tokens.list });
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ token: ApiTokenRow; to: 'rotate' | 'delete' } | null>(null);
  const { run, dialog } = useConfirming();
  useTitle('API tokens');
  const refresh = (): void => void queries.invalidateQueries({ queryKey: queryKeys.tokens });
  const act = (): void => {
    if (!asking) return;
    const { token, to } = asking;
    setAsking(null);
    void run(async () => {
      if (to === 'rotate') setSecret((await api.tokens.rotate(token.id)).secret);
      else {
        await api.tokens.remove(token.id);
        showNote(`${token.name} is worth nothing any more.`);
      }
      refresh();
    });
  };
  return (
    <>
      <SettingsBar path={[{ label: 'API tokens', link: { to: '/settings/tokens' } }]} />
      <div className={list.scroller}>
        <div className={cards.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>API tokens</h1>
              <p className={list.facts}>Keys for programs: a frontend, an import, whatever asks without a person.</p>
            </div>
            <Button variant="filled" leftSection={<IconPlus {...icon} />} onClick={() => setAdding(true)}>
              Add token
            </Button>
          </div>
          {tokens.isError ? (
            <ProblemNote
              error={tokens.error}
              what="The tokens could not be loaded."
              onRetry={() => void tokens.refetch()}
            />
          ) : !tokens.data ? (
            <SkeletonRows rows={3} height="84px" />
          ) : tokens.data.items.length === 0 ? (
            <Empty>No program has a key yet.</Empty>
          ) : (
            <ul className={cards.cards} aria-label="API tokens">
              {tokens.data.items.map((token) => (
                <li key={token.id} className={cards.card}>
                  <div>
                    <h2 className={cards.name}>
                      {token.name}
                      {token.expiresAt && new Date(token.expiresAt) < new Date() && (
                        <span className={cards.tag}>Over</span>
                      )}
                    </h2>
                    <Facts token={token} mine={token.user.id === me.id} />
                  </div>
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon aria-label={`What can be done with ${token.name}`}>
                        <IconDots size={18} stroke={1.75} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      {token.user.id === me.id && (
                        <Menu.Item
                          leftSection={<IconRefresh {...icon} />}
                          onClick={() => setAsking({ token, to: 'rotate' })}
                        >
                          Replace
                        </Menu.Item>
                      )}
                      <Menu.Item
                        data-danger
                        leftSection={<IconTrash {...icon} />}
                        onClick={() => setAsking({ token, to: 'delete' })}
                      >
                        Take back
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {adding && (
        <NewTokenDialog
          run={run}
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            setSecret(made);
            refresh();
          }}
        />
      )}
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      {asking && (
        <Confirm
          opened
          danger={asking.to === 'delete'}
          title={asking.to === 'rotate' ? `Replace ${asking.token.name}?` : `Take ${asking.token.name} back?`}
          action={asking.to === 'rotate' ? 'Replace token' : 'Take it back'}
          onConfirm={act}
          onClose={() => setAsking(null)}
        >
          <p>
            {asking.to === 'rotate'
              ? 'You get a new token. The one before stays good for a day, so that nothing stops meanwhile.'
              : 'Programs that use it are refused from their next request on.'}
          </p>
        </Confirm>
      )}
      {dialog}
    </>
  );
}

function Facts({ token, mine }: { token: ApiTokenRow; mine: boolean }) {
  const opens = [
    ...(token.delivery ? ['content API'] : []),
    ...(token.preview ? ['drafts'] : []),
    ...(token.permissions.length > 0 ? [count(token.permissions.length, 'permission')] : []),
  ];
  return (
    <>
      <p className={cards.facts}>
        <code>{token.prefix}…</code>
        <span>{joined(opens)}</span>
        {!mine && <span>of {token.user.name}</span>}
      </p>
      <p className={cards.facts}>
        <span>{token.lastUsedAt ? `Last used ${whenWithin(token.lastUsedAt)}` : 'Never used'}</span>
        <span>{token.expiresAt ? `Good until ${day(token.expiresAt)}` : 'Good for ever'}</span>
        {token.formerUntil && <span>The one before is good until {readable(token.formerUntil)}</span>}
        {token.networks.length > 0 && <span>From {token.networks.join(', ')}</span>}
        {token.origins.length > 0 && <span>From {token.origins.join(', ')}</span>}
      </p>
    </>
  );
}
