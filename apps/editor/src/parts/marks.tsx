import type { PageRow, PageState } from '../api/types';
import { useAvatar } from './avatars';
import classes from './marks.module.css';
import { stateOfRow, wordsOfState } from './words';

const shapes: Record<PageState, string | undefined> = {
  live: classes.live,
  draft: classes.draft,
  'live-changed': classes.changed,
  scheduled: classes.scheduled,
  expired: classes.draft,
};

/** The 10 px mark of a page's state: shape as well as colour. `silent` where words stand beside it. */
export function StateMark({ state, silent = false }: { state: PageState; silent?: boolean }) {
  return (
    <span
      className={`${classes.mark} ${shapes[state]}`}
      {...(silent
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': wordsOfState(state), title: wordsOfState(state) })}
    />
  );
}

/** Mark and words. */
export function StateText({ row, words }: { row: Pick<PageRow, 'state' | 'firstPublishedAt'>; words?: string }) {
  return (
    <span className={classes.text}>
      <StateMark state={row.state} silent />
      {words ?? stateOfRow(row)}
    </span>
  );
}

/** A language's short name. */
export function LocaleTag({ code, name }: { code: string; name?: string }) {
  return (
    <abbr className={classes.locale} title={name ?? code}>
      {code.toUpperCase()}
    </abbr>
  );
}

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words[words.length - 1]?.[0] ?? '') : ''}`.toUpperCase();
};
const colourOf = (name: string): number =>
  ([...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7) % 6) + 1;

interface PersonProps {
  /** Whose account it is, where it is known: by it their picture is found. */
  id?: number | null | undefined;
  name: string;
  size?: number;
  silent?: boolean;
}

/** A person by their picture, or as two letters on a colour of their own. */
export function Person({ id, name, size = 26, silent = false }: PersonProps) {
  const picture = useAvatar(id);
  const style = {
    '--person': `var(--person-${colourOf(name)})`,
    width: size,
    height: size,
    fontSize: size * 0.41,
  } as React.CSSProperties;
  return (
    <span
      className={classes.person}
      style={style}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      {picture ? <img src={picture} alt="" width={size} height={size} draggable={false} /> : initials(name)}
    </span>
  );
}
