import type { Language } from '../accounts/profile.js';

/** What Pipit writes to people. */
export type LetterKind =
  'invitation' | 'reset' | 'email' | 'addressChanged' | 'passwordChanged' | 'secondFactorChanged';

interface Words {
  readonly subject: string;
  /** Paragraphs before the link, if there is one. */
  readonly text: readonly string[];
  /** On the button. */
  readonly action?: string;
  /** Behind the link. */
  readonly end?: string;
}

/** `{name}`: who is written to. `{site}`: the address of the editor. */
const ENGLISH: Readonly<Record<LetterKind, Words>> = {
  invitation: {
    subject: 'Your account at {site}',
    text: ['Hello {name},', 'somebody has made an account for you at {site}. Choose a password, and it is yours.'],
    action: 'Choose a password',
    end: 'The link works once and for a week. If you do not know what this is about, leave it alone.',
  },
  reset: {
    subject: 'A new password for {site}',
    text: ['Hello {name},', 'somebody, perhaps you, asked for a new password for your account at {site}.'],
    action: 'Choose a new password',
    end: 'The link works once and for an hour. If it was not you, leave it alone: your password stays as it is.',
  },
  email: {
    subject: 'Is this your address?',
    text: ['Hello {name},', 'this address was named for your account at {site}.'],
    action: 'Yes, it is mine',
    end: 'The link works once and for a day. If it was not you, leave it alone.',
  },
  addressChanged: {
    subject: 'Your address at {site} was changed',
    text: [
      'Hello {name},',
      'your account at {site} has another address from now on, and mail goes there.',
      'If you did not expect this, tell an administrator.',
    ],
  },
  passwordChanged: {
    subject: 'Your password at {site} was changed',
    text: [
      'Hello {name},',
      'your account at {site} has a new password. Everybody who was signed in to it was signed out.',
      'If it was not you, ask for a new password at once and tell an administrator.',
    ],
  },
  secondFactorChanged: {
    subject: 'Signing in at {site} was changed',
    text: [
      'Hello {name},',
      'the second factor of your account at {site} was switched on, switched off or replaced.',
      'If it was not you, change your password at once and tell an administrator.',
    ],
  },
};

const GERMAN: Readonly<Record<LetterKind, Words>> = {
  invitation: {
    subject: 'Dein Konto bei {site}',
    text: ['Hallo {name},', 'für dich wurde ein Konto bei {site} angelegt. Wähle ein Passwort, dann gehört es dir.'],
    action: 'Passwort wählen',
    end: 'Der Link gilt einmal und eine Woche lang. Sagt dir das nichts, lass ihn einfach liegen.',
  },
  reset: {
    subject: 'Ein neues Passwort für {site}',
    text: ['Hallo {name},', 'jemand, vielleicht du, hat ein neues Passwort für dein Konto bei {site} verlangt.'],
    action: 'Neues Passwort wählen',
    end: 'Der Link gilt einmal und eine Stunde lang. Warst du es nicht, lass ihn liegen: dein Passwort bleibt, wie es ist.',
  },
  email: {
    subject: 'Ist das deine Adresse?',
    text: ['Hallo {name},', 'diese Adresse wurde für dein Konto bei {site} angegeben.'],
    action: 'Ja, das ist meine',
    end: 'Der Link gilt einmal und einen Tag lang. Warst du es nicht, lass ihn liegen.',
  },
  addressChanged: {
    subject: 'Deine Adresse bei {site} wurde geändert',
    text: [
      'Hallo {name},',
      'dein Konto bei {site} hat ab jetzt eine andere Adresse; Post geht dorthin.',
      'Hast du das nicht erwartet, sag es der Verwaltung.',
    ],
  },
  passwordChanged: {
    subject: 'Dein Passwort bei {site} wurde geändert',
    text: [
      'Hallo {name},',
      'dein Konto bei {site} hat ein neues Passwort. Wer dort angemeldet war, ist abgemeldet.',
      'Warst du es nicht, verlange sofort ein neues Passwort und sag es der Verwaltung.',
    ],
  },
  secondFactorChanged: {
    subject: 'Deine Anmeldung bei {site} wurde geändert',
    text: [
      'Hallo {name},',
      'der zweite Faktor deines Kontos bei {site} wurde eingeschaltet, ausgeschaltet oder ersetzt.',
      'Warst du es nicht, ändere sofort dein Passwort und sag es der Verwaltung.',
    ],
  },
};

const FRENCH: Readonly<Record<LetterKind, Words>> = {
  invitation: {
    subject: 'Votre compte sur {site}',
    text: [
      'Bonjour {name},',
      'un compte a été créé pour vous sur {site}. Choisissez un mot de passe et il est à vous.',
    ],
    action: 'Choisir un mot de passe',
    end: 'Le lien fonctionne une seule fois, pendant une semaine. Si cela ne vous dit rien, ignorez-le.',
  },
  reset: {
    subject: 'Un nouveau mot de passe pour {site}',
    text: [
      'Bonjour {name},',
      'quelqu’un, peut-être vous, a demandé un nouveau mot de passe pour votre compte sur {site}.',
    ],
    action: 'Choisir un nouveau mot de passe',
    end: 'Le lien fonctionne une seule fois, pendant une heure. Si ce n’était pas vous, ignorez-le : rien ne change.',
  },
  email: {
    subject: 'Est-ce votre adresse ?',
    text: ['Bonjour {name},', 'cette adresse a été indiquée pour votre compte sur {site}.'],
    action: 'Oui, c’est la mienne',
    end: 'Le lien fonctionne une seule fois, pendant un jour. Si ce n’était pas vous, ignorez-le.',
  },
  addressChanged: {
    subject: 'Votre adresse sur {site} a changé',
    text: [
      'Bonjour {name},',
      'votre compte sur {site} a désormais une autre adresse ; le courrier y est envoyé.',
      'Si vous ne vous y attendiez pas, prévenez un administrateur.',
    ],
  },
  passwordChanged: {
    subject: 'Votre mot de passe sur {site} a changé',
    text: [
      'Bonjour {name},',
      'votre compte sur {site} a un nouveau mot de passe. Toutes les sessions ouvertes ont été fermées.',
      'Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe et prévenez un administrateur.',
    ],
  },
  secondFactorChanged: {
    subject: 'Votre connexion sur {site} a changé',
    text: [
      'Bonjour {name},',
      'le second facteur de votre compte sur {site} a été activé, désactivé ou remplacé.',
      'Si ce n’était pas vous, changez aussitôt votre mot de passe et prévenez un administrateur.',
    ],
  },
};

const LETTERS: Readonly<Record<Language, Readonly<Record<LetterKind, Words>>>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
};

/** What goes into a letter. */
export interface LetterValues {
  readonly name: string;
  readonly site: string;
  /** Where the button leads; made by the server alone. */
  readonly link?: string;
}

/** A letter in somebody's language; in English where we do not write theirs. */
export function letter(kind: LetterKind, language: string, values: LetterValues) {
  const { subject, text, action, end } = (LETTERS[language as Language] ?? ENGLISH)[kind];
  // In one go: what somebody is called is no template.
  const known: Readonly<Record<string, string>> = { name: plain(values.name), site: values.site };
  const fill = (words: string): string => words.replace(/\{(\w+)\}/g, (hole, key: string) => known[key] ?? hole);
  const paragraphs = text.map(fill);
  const { link } = values;
  return {
    subject: fill(subject),
    text: [...paragraphs, ...(link ? [link] : []), ...(end ? [fill(end)] : [])].join('\n\n'),
    html: htmlOf([
      ...paragraphs.map((words) => `<p>${escaped(words)}</p>`),
      ...(link && action ? [`<p><a href="${escaped(link)}" style="${BUTTON}">${escaped(action)}</a></p>`] : []),
      ...(end ? [`<p style="color:#5f685d">${escaped(fill(end))}</p>`] : []),
    ]),
  };
}

const BUTTON =
  'display:inline-block;padding:10px 18px;border-radius:8px;background:#86306c;color:#ffffff;text-decoration:none';

function htmlOf(parts: readonly string[]): string {
  return (
    '<!doctype html><meta charset="utf-8"><body style="font:16px/1.5 system-ui,sans-serif;color:#1b211b;max-width:36em">' +
    `${parts.join('')}</body>`
  );
}

/** A name is one line, whatever somebody called themselves. */
function plain(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
