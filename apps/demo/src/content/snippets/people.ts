import { image, type SnippetSeed } from '../seed.js';

/** People who write, guide and answer letters. Their texts are short enough to need no translation. */
export const people: SnippetSeed[] = [
  {
    key: 'annelies',
    fields: {
      name: 'Annelies Rubin',
      role: 'Head gardener',
      email: 'annelies@distelgrat.example',
      website: '',
      joined: '1998-04-01',
      portrait: image('portrait-annelies'),
      bio: '<p>Annelies came for one summer of weeding and has stayed for <b>twenty-eight</b>. She knows every label in the garden, because she wrote most of them.</p>',
    },
  },
  {
    key: 'beat',
    fields: {
      name: 'Beat Zurlinden',
      role: 'Driver and duty manager',
      email: 'beat@distelgrat.example',
      website: '',
      joined: '2006-05-01',
      portrait: image('portrait-beat'),
      bio: '<p>Beat has driven about eleven thousand trains to the ridge and still looks out of the window at kilometre 4.2.</p>',
    },
  },
  {
    key: 'mirela',
    fields: {
      name: 'Mirela Kovac',
      role: 'Workshop engineer',
      email: 'mirela@distelgrat.example',
      website: 'https://gears.example/mirela',
      joined: '2015-09-14',
      portrait: image('portrait-mirela'),
      bio: '<p>Mirela looks after wheels, brakes and the <i>rack</i>. She can tell a worn tooth by its sound.</p>',
    },
  },
  {
    key: 'tobias',
    fields: {
      name: 'Tobias Aeby',
      role: 'Dairyman at Sennerei',
      email: 'cheese@distelgrat.example',
      website: '',
      joined: '2019-06-01',
      portrait: image('portrait-tobias'),
      bio: '<p>Tobias turns 640 cheeses a week and sells the best of them from the kitchen window.</p>',
    },
  },
  {
    key: 'yuna',
    fields: {
      name: 'Yuna Hartig',
      role: 'Visitors and evenings',
      email: 'yuna@distelgrat.example',
      website: '',
      joined: '2022-03-07',
      portrait: image('portrait-yuna'),
      bio: '<p>Yuna plans the evening trains, answers the telephone and keeps the telescope clean.</p>',
    },
  },
];
