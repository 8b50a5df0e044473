/** People who asked for our letter. */
export const subscribers = [
  { email: 'ada.brunner@example.org', name: 'Ada Brunner', locale: 'en', confirmed: true },
  { email: 'beat.zurbriggen@example.org', name: 'Beat Zurbriggen', locale: 'de', confirmed: true },
  { email: 'chiara@example.net', name: 'Chiara Fontana', locale: 'en', confirmed: false },
  { email: 'd.huber@example.com', name: 'Dominik Huber', locale: 'de', confirmed: true },
  { email: 'elin@example.net', name: '', locale: 'en', confirmed: false },
];
