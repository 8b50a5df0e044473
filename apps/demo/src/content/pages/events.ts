import { block, image, page, person, type PageSeed } from '../seed.js';

export const events: PageSeed[] = [
  {
    key: 'events',
    type: 'SectionPage',
    parent: 'home',
    inMenus: true,
    shared: { picture: image('steam-weekend'), listing: 'events', pageSize: 12 },
    en: {
      title: 'What’s on',
      slug: 'whats-on',
      searchDescription: 'Evenings, markets and steam on the Distelgrat.',
      fields: { intro: 'Extra trains, late trains, and one train a year with a brass band in it.', body: [] },
    },
    de: {
      title: 'Anlässe',
      slug: 'anlaesse',
      searchDescription: 'Abende, Märkte und Dampf am Distelgrat.',
      fields: { intro: 'Extrazüge, späte Züge, und einmal im Jahr ein Zug mit Blasmusik.', body: [] },
    },
  },
  {
    key: 'falling-stars',
    type: 'EventPage',
    parent: 'events',
    shared: {
      picture: image('night-of-falling-stars'),
      startsAt: '2026-12-13T18:00:00Z',
      lasts: 'PT6H30M',
      doorsOpen: '18:30:00',
      place: page('distelgrat'),
      price: '42.00',
      places: 60,
      bookable: true,
      bookingUrl: 'https://tickets.example/falling-stars',
      status: 'few-left',
      audiences: ['adults', 'families'],
      host: person('yuna'),
    },
    en: {
      title: 'Night of falling stars',
      slug: 'falling-stars',
      searchDescription: 'The Geminids from the ridge, with blankets, soup and a late train.',
      fields: {
        intro:
          'The Geminids are the most reliable shooting stars of the year. We switch off every lamp on the ridge and lend out blankets.',
        body: [
          block(
            'paragraph',
            '<p>The dome is open all evening, one person at a time, and Yuna explains what you see while you see it. Soup at nine, tea at eleven. If it is cloudy we tell stories and you may come again for nothing.</p><ul><li>Clothes for minus ten</li><li>A red torch, or a sock over a white one</li></ul>',
          ),
          block('embed', 'https://films.example/distelgrat/night-sky'),
        ],
      },
    },
    de: {
      title: 'Nacht der Sternschnuppen',
      slug: 'sternschnuppen',
      searchDescription: 'Die Geminiden vom Grat aus, mit Decken, Suppe und einem späten Zug.',
      fields: {
        intro:
          'Auf die Geminiden ist Verlass wie auf keinen anderen Sternschnuppenstrom. Wir löschen jede Lampe auf dem Grat und verleihen Decken.',
        body: [
          block(
            'paragraph',
            '<p>Die Kuppel ist den ganzen Abend offen, für eine Person aufs Mal, und Yuna erklärt, was Sie sehen, während Sie es sehen. Um neun gibt es Suppe, um elf Tee. Bei Wolken erzählen wir Geschichten, und Sie dürfen umsonst wiederkommen.</p>',
          ),
        ],
      },
    },
  },
  {
    key: 'seed-swap',
    type: 'EventPage',
    parent: 'events',
    shared: {
      picture: image('seed-packets'),
      startsAt: '2027-03-06T09:00:00Z',
      lasts: 'PT5H',
      doorsOpen: '09:30:00',
      place: page('talmatten'),
      price: '0.00',
      places: null,
      bookable: false,
      bookingUrl: '',
      status: 'open',
      audiences: ['everyone'],
      host: person('annelies'),
    },
    en: {
      title: 'Seed swap',
      slug: 'seed-swap',
      fields: {
        intro: 'Bring what you have too much of. Take what you have always wanted. No money, no speeches.',
        body: [
          block(
            'paragraph',
            '<p>In the waiting room at Talmatten, with the stove on. Label your envelopes, please: last year somebody went home with four kinds of mystery and is still <a linktype="page" id="@page:seeds-on-a-train">writing to us about it</a>.</p>',
          ),
        ],
      },
    },
    de: {
      title: 'Samentausch',
      slug: 'samentausch',
      fields: {
        intro: 'Bringen Sie, wovon Sie zu viel haben. Nehmen Sie, was Sie schon immer wollten. Kein Geld, keine Reden.',
        body: [
          block(
            'paragraph',
            '<p>Im Wartsaal von Talmatten, der Ofen ist an. Bitte die Tütchen beschriften: Letztes Jahr ging jemand mit vier Sorten Geheimnis nach Hause.</p>',
          ),
        ],
      },
    },
  },
  {
    key: 'first-train',
    type: 'EventPage',
    parent: 'events',
    shared: {
      picture: image('valley-at-dawn'),
      startsAt: '2027-05-01T05:20:00Z',
      lasts: 'PT3H',
      doorsOpen: '07:00:00',
      place: page('talmatten'),
      price: '34.00',
      places: 144,
      bookable: true,
      bookingUrl: 'https://tickets.example/first-train',
      status: 'open',
      audiences: ['everyone', 'members'],
      host: person('beat'),
    },
    en: {
      title: 'First train of the season',
      slug: 'first-train',
      fields: {
        intro: 'At 7.20 on the first of May the signal drops, somebody cuts a ribbon, and it is summer.',
        body: [
          block(
            'paragraph',
            '<p>Bread and hot chocolate on the platform from seven. The ribbon is cut by the youngest person present, so bring a baby and a pair of scissors.</p>',
          ),
          block('teaser', page('timetable')),
        ],
      },
    },
    de: {
      title: 'Der erste Zug der Saison',
      slug: 'erster-zug',
      fields: {
        intro: 'Am ersten Mai um 7.20 Uhr fällt das Signal, jemand schneidet ein Band durch, und es ist Sommer.',
        body: [
          block(
            'paragraph',
            '<p>Ab sieben gibt es Brot und heiße Schokolade auf dem Bahnsteig. Das Band schneidet die jüngste Person, die da ist.</p>',
          ),
        ],
      },
    },
  },
  {
    key: 'steam-weekend',
    type: 'EventPage',
    parent: 'events',
    shared: {
      picture: image('steam-weekend'),
      startsAt: '2027-06-19T07:00:00Z',
      lasts: 'P1DT10H',
      doorsOpen: '08:30:00',
      place: page('sennerei'),
      price: '48.50',
      places: 220,
      bookable: true,
      bookingUrl: 'https://tickets.example/steam',
      status: 'open',
      audiences: ['families', 'adults', 'members'],
      host: person('mirela'),
    },
    en: {
      title: 'Steam weekend',
      slug: 'steam-weekend',
      fields: {
        intro:
          'Engine 1 is 116 years old, drinks four hundred litres before breakfast and climbs as if nobody had told her.',
        body: [
          block(
            'paragraph',
            '<p>Two days, six journeys, one brass band. Mirela lights the fire at four in the morning and lets early risers hold the matches. Washing on the line at Sennerei should be taken in.</p>',
          ),
          block(
            'html',
            '<details><summary>What the whistle means</summary><dl><dt>One long</dt><dd>Attention, we are moving</dd><dt>Two short</dt><dd>Brakes on</dd><dt>One long, three short</dt><dd>Soup is ready at the summit</dd></dl></details>',
          ),
        ],
      },
    },
  },
  {
    key: 'coming-down',
    type: 'EventPage',
    parent: 'events',
    shared: {
      picture: image('sennerei-pasture'),
      startsAt: '2026-09-26T08:00:00Z',
      lasts: 'PT6H',
      doorsOpen: null,
      place: page('sennerei'),
      price: null,
      places: null,
      bookable: false,
      bookingUrl: '',
      status: 'over',
      audiences: ['everyone'],
      host: person('tobias'),
    },
    en: {
      title: 'The cows come down',
      slug: 'cows-come-down',
      fields: {
        intro: 'Forty cows in flowers walked home along the cheese path. The train gave way.',
        body: [
          block(
            'paragraph',
            '<p>Thank you to everybody who kept their dogs on a lead and their hats on their heads.</p>',
          ),
        ],
      },
    },
  },
  {
    key: 'advent-by-rail',
    type: 'EventPage',
    parent: 'events',
    state: { is: 'draft' },
    shared: {
      picture: image('snow-plough'),
      startsAt: '2026-12-20T14:00:00Z',
      lasts: 'PT4H',
      doorsOpen: '14:30:00',
      place: page('alpengarten'),
      price: '29.00',
      places: 80,
      bookable: true,
      bookingUrl: 'https://tickets.example/advent',
      status: 'open',
      audiences: ['families'],
      host: person('yuna'),
    },
    en: {
      title: 'Advent by rail',
      slug: 'advent-by-rail',
      fields: { intro: 'Carols in the glasshouse, if the plough gets through. Prices to be agreed.', body: [] },
    },
  },
];
