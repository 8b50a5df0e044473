import { Button, Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../parts/dialog';
import { api, queryKeys, type PageRow } from '../../api';
import cards from '../../parts/cards.module.css';
import { useFormFaults } from '../../parts/form-faults';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';

interface TranslateDialogProps {
  page: Pick<PageRow, 'id' | 'title' | 'childCount'>;
  /** Languages that are chosen already. */
  wanted?: readonly string[];
  /** Goes to the new page where there is one. */
  goThere?: boolean;
  onClose: () => void;
}

/** Chooses the languages a page is to be translated into. The button is a sentence about what will happen. */
export function TranslateDialog({ page, wanted = [], goThere = false, onClose }: TranslateDialogProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const states = useQuery({
    queryKey: queryKeys.translations(page.id),
    queryFn: () => api.translations.of(page.id),
    staleTime: 0,
  });
  const [chosen, setChosen] = useState<readonly string[]>(wanted);
  const [subtree, setSubtree] = useState(false);
  const faults = useFormFaults([]);
  const own = states.data?.items.find((state) => state.page?.id === page.id);
  const others = states.data?.items.filter((state) => state !== own) ?? [];
  // With the pages below, a language can be chosen again: what is there stays as it is.
  const open = others.filter((state) => state.canTranslate || (subtree && state.exists));
  const locales = open.map(({ locale }) => locale).filter((locale) => chosen.includes(locale));
  const nameOf = (locale: string): string => others.find((state) => state.locale === locale)?.name ?? locale;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    let made: { id: number; locale: string; pages: number }[] = [];
    void faults
      .run(async () => {
        made = (await api.translations.translate(page.id, { locales: [...locales], subtree })).items;
      })
      .then(async (done) => {
        await queries.invalidateQueries({ queryKey: queryKeys.pages });
        if (!done) return;
        onClose();
        const pages = made.reduce((sum, each) => sum + each.pages, 0);
        showNote(`${count(pages, 'draft')} to translate in ${made.map(({ locale }) => nameOf(locale)).join(', ')}.`);
        const [first, ...rest] = made;
        if (goThere && first && rest.length === 0) {
          await navigate({ to: '/pages/$pageId/edit', params: { pageId: String(first.id) } });
        }
      });
  };
  return (
    <Dialog onClose={onClose} size={480} title={`Translate “${page.title}”`}>
      {states.isError ? (
        <ProblemNote
          error={states.error}
          what="The languages could not be loaded."
          onRetry={() => void states.refetch()}
        />
      ) : !states.data ? (
        <SkeletonRows rows={3} height="40px" />
      ) : (
        <form className={cards.form} onSubmit={submit}>
          <Checkbox.Group
            label="Into"
            description="Each gets a draft with the same content. Links go on leading where they lead now."
            value={[...chosen]}
            onChange={setChosen}
          >
            {others.map((state) => (
              <Checkbox
                key={state.locale}
                value={state.locale}
                mt={12}
                disabled={!open.includes(state)}
                label={state.name}
                description={
                  state.page?.isAlias
                    ? 'Shown in its own language until now; it becomes a page of its own.'
                    : state.exists
                      ? 'There already.'
                      : state.canTranslate
                        ? undefined
                        : 'You may not add it.'
                }
              />
            ))}
          </Checkbox.Group>
          {page.childCount > 0 && (
            <Checkbox
              label="With all pages below"
              description="Those that are there already stay as they are."
              checked={subtree}
              onChange={(event) => setSubtree(event.currentTarget.checked)}
            />
          )}
          <div className={cards.foot}>
            {faults.rest && (
              <p className={cards.fault} role="alert">
                {faults.rest}
              </p>
            )}
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="filled" loading={faults.busy} disabled={locales.length === 0}>
              {locales.length === 0 ? 'Choose a language' : `Translate into ${locales.map(nameOf).join(', ')}`}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
