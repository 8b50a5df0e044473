import { emailKind, manage, type FieldKind } from '@pipit/cms';
import { Subscriber } from './subscriber.js';

export { Subscriber };

/** Plain entities that editors look after. */
export const models = [
  manage(Subscriber, {
    app: 'demo',
    icon: 'mail',
    titleField: 'email',
    order: ['-signedUpAt'],
    fields: { email: { kind: emailKind as FieldKind, label: 'E-mail' } },
    list: { columns: ['name', 'locale', 'confirmed', 'signedUpAt'], search: ['email', 'name'] },
  }),
];
