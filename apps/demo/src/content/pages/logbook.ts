import { block, category, image, list, page, type PageSeed, person, rows } from '../seed.js';

export const logbook: PageSeed[] = [
  {
    key: 'logbook',
    type: 'SectionPage',
    parent: 'home',
    inMenus: true,
    shared: { picture: image('rack-and-pinion'), listing: 'articles', pageSize: 6 },
    en: {
      title: 'Logbook',
      slug: 'logbook',
      searchDescription: 'News from the workshop, the garden and the line.',
      fields: { intro: 'What happened, written down by whoever was there.', body: [] },
    },
    de: {
      title: 'Logbuch',
      slug: 'logbuch',
      searchDescription: 'Neues aus Werkstatt, Garten und von der Strecke.',
      fields: { intro: 'Was geschah, aufgeschrieben von denen, die dabei waren.', body: [] },
    },
  },
  {
    key: 'new-coat',
    type: 'ArticlePage',
    parent: 'logbook',
    shared: {
      picture: image('carriage-arnika'),
      date: '2026-11-14',
      authors: [person('mirela')],
      category: category('workshop'),
      minutes: 3,
    },
    earlier: [{ subtitle: 'Carriage 3 is back' }, { subtitle: 'Carriage 3 is back from the paint shop, and redder' }],
    en: {
      title: 'A new coat for Arnika',
      slug: 'new-coat-for-arnika',
      searchDescription: 'Carriage 3 returns with the red of 1926.',
      fields: {
        subtitle: 'Carriage 3 is back from the paint shop, in the red it had a hundred years ago',
        tags: ['carriages', 'paint', 'winter work'],
        related: rows(
          { page: page('oil-a-rack'), why: 'Also from the workshop' },
          { page: page('mountain-arnica'), why: 'The flower she is named after' },
        ),
        body: [
          block('lead', 'Under nine layers of paint we found the tenth, and it was the right one.'),
          block(
            'paragraph',
            '<p>We had always assumed that the carriages were <i>wine</i> red. In August I took a scalpel to the inside of a door frame and counted backwards: wine, wine, brown, a year of mustard we do not talk about, wine, and then a clear, cheerful vermilion that nobody alive had seen on a train.</p><p>The paint maker mixed it from a flake the size of a fingernail. It took <b>fifty-two litres</b>, three weekends and every member who owns a brush.</p>',
          ),
          block('picture', {
            image: image('steam-weekend'),
            caption: 'The brown years, as the poster painter saw them',
            width: 'wide',
          }),
          block('quote', 'Nine layers. I have coats with fewer pockets.'),
          block('heading', { text: 'What comes next', level: 'h2', anchor: 'next' }),
          block(
            'paragraph',
            '<p>Carriage 1, <i>Enzian</i>, goes to the shop in January. She will be red too. The emblem stays blue.</p>',
          ),
          block('spec', {
            wheelDiameter: 0.706,
            seats: 48,
            builtOn: '1911-03-02',
            retired: false,
            drawingNo: 'c3-1911-04',
            manual: 'https://drawings.example/c3',
          }),
        ],
      },
    },
    de: {
      title: 'Ein neuer Anstrich für Arnika',
      slug: 'neuer-anstrich',
      searchDescription: 'Wagen 3 kehrt im Rot von 1926 zurück.',
      fields: {
        subtitle: 'Wagen 3 ist zurück aus der Malerei, im Rot von vor hundert Jahren',
        tags: ['Wagen', 'Farbe', 'Winterarbeit'],
        related: rows(),
        body: [
          block('lead', 'Unter neun Schichten Farbe fanden wir die zehnte, und es war die richtige.'),
          block(
            'paragraph',
            '<p>Wir hatten immer geglaubt, die Wagen seien <i>weinrot</i> gewesen. Im August kratzte ich mit dem Skalpell an der Innenseite eines Türrahmens und zählte rückwärts: weinrot, weinrot, braun, ein Jahr Senf, über das wir nicht reden, weinrot, und dann ein klares, fröhliches Zinnober, das niemand mehr auf einem Zug gesehen hatte.</p><p>Die Farbmühle mischte es nach einem Splitter, so groß wie ein Fingernagel. Es brauchte <b>zweiundfünfzig Liter</b>, drei Wochenenden und jedes Mitglied mit eigenem Pinsel.</p>',
          ),
          block('picture', {
            image: image('steam-weekend'),
            caption: 'Die braunen Jahre, wie der Plakatmaler sie sah',
            width: 'wide',
          }),
          block('quote', 'Neun Schichten. Ich habe Mäntel mit weniger Taschen.'),
        ],
      },
    },
  },
  {
    key: 'marmots',
    type: 'ArticlePage',
    parent: 'logbook',
    shared: {
      picture: image('marmot-lookout'),
      date: '2026-10-30',
      authors: [person('beat'), person('annelies')],
      category: category('line'),
      minutes: 2,
    },
    en: {
      title: 'Counting marmots from the 7.40',
      slug: 'counting-marmots',
      fields: {
        subtitle: 'Five years of tally marks on the back of a route card',
        tags: ['animals', 'statistics'],
        related: rows({ page: page('ridge-walk'), why: 'Where to meet them' }),
        body: [
          block(
            'paragraph',
            '<p>It began as a bet with the guard. Every morning between kilometre 4.1 and 4.9 I count the marmots I can see on the left-hand side. I do not slow down. <b>They are asleep from now until April</b>, so here are the results.</p>',
          ),
          block('chart', {
            title: 'Marmots per morning, average',
            unit: '',
            data: [
              ['2022', 6.2],
              ['2023', 7.9],
              ['2024', 7.1],
              ['2025', 9.4],
              ['2026', 11.3],
            ],
          }),
          block(
            'paragraph',
            '<p>Annelies thinks it is the clover in the drain. I think word has got round that the train comes on time.</p>',
          ),
        ],
      },
    },
    de: {
      title: 'Murmeltiere zählen aus dem 7.40',
      slug: 'murmeltiere-zaehlen',
      fields: {
        subtitle: 'Fünf Jahre Striche auf der Rückseite einer Streckenkarte',
        tags: ['Tiere', 'Statistik'],
        related: rows(),
        body: [
          block(
            'paragraph',
            '<p>Angefangen hat es als Wette mit dem Kondukteur. Jeden Morgen zähle ich zwischen Kilometer 4,1 und 4,9 die Murmeltiere links vom Gleis. Langsamer fahre ich dafür nicht. <b>Jetzt schlafen sie bis April</b>, darum hier das Ergebnis.</p>',
          ),
          block('chart', {
            title: 'Murmeltiere pro Morgen im Mittel',
            unit: '',
            data: [
              ['2022', 6.2],
              ['2023', 7.9],
              ['2024', 7.1],
              ['2025', 9.4],
              ['2026', 11.3],
            ],
          }),
        ],
      },
    },
  },
  {
    key: 'oil-a-rack',
    type: 'ArticlePage',
    parent: 'logbook',
    shared: {
      picture: image('rack-and-pinion'),
      date: '2026-10-09',
      authors: [person('mirela')],
      category: category('workshop'),
      minutes: 4,
    },
    en: {
      title: 'How to oil seven kilometres of rack',
      slug: 'how-to-oil-a-rack',
      fields: {
        subtitle: 'A brush, a bucket and forty-one minutes of concentration',
        tags: ['workshop', 'rack', 'how-to'],
        related: rows({ page: page('new-coat'), why: 'More from the workshop' }),
        body: [
          block(
            'paragraph',
            '<p>The wheels carry the train. What pulls it is a toothed wheel under the floor, climbing a steel ladder between the rails: the <b>rack</b>. It has 68,000 teeth. Each gets a kiss of oil, five times a year.</p>',
          ),
          block('illustration', {
            image: image('rack-and-pinion'),
            decorative: false,
            alt_text: 'The large driving pinion and the small brake pinion standing on the rack',
          }),
          block('heading', { text: 'The recipe', level: 'h2', anchor: 'recipe' }),
          block('checklist', list('One part rapeseed oil', 'One part patience', 'Nothing that harms a gentian')),
          block(
            'paragraph',
            '<p>Two of us lie on the front platform with long brushes while Beat drives at walking pace. Tooth pitch is 100 mm, so at 3.6 km/h it is ten teeth a second: <code>v = 10 × 0.1 m/s</code>. H<sub>2</sub>O on the rack means starting again. We sing.</p>',
          ),
        ],
      },
    },
  },
  {
    key: 'late-snow',
    type: 'ArticlePage',
    parent: 'logbook',
    shared: {
      picture: image('snow-plough'),
      date: '2026-05-22',
      authors: [person('beat')],
      category: category('line'),
      minutes: 2,
    },
    en: {
      title: 'The year the snow stayed',
      slug: 'the-year-the-snow-stayed',
      fields: {
        subtitle: 'We opened the upper section on 22 May, nine days late',
        tags: ['snow', 'plough'],
        related: rows(),
        body: [
          block('notice', {
            level: 'closure',
            text: '<p>Distelgrat station was closed until 22 May 2026.</p>',
            from: '2026-05-01',
            until: '2026-05-22',
          }),
          block(
            'paragraph',
            '<p>On the first of May there were <b>four metres</b> at the top switch. The plough took nine days over the last eight hundred metres, and on two of them it snowed behind us. On the tenth morning we came round the bend and the summit house was smoking from its chimney: the warden had dug himself out and made soup.</p>',
          ),
        ],
      },
    },
    de: {
      title: 'Das Jahr, in dem der Schnee blieb',
      slug: 'der-schnee-blieb',
      fields: {
        subtitle: 'Am 22. Mai war die obere Strecke offen, neun Tage zu spät',
        tags: ['Schnee', 'Pflug'],
        related: rows(),
        body: [
          block(
            'paragraph',
            '<p>Am ersten Mai lagen bei der obersten Weiche <b>vier Meter</b>. Für die letzten achthundert Meter brauchte der Pflug neun Tage, und an zweien schneite es hinter uns wieder zu. Am zehnten Morgen kamen wir um die Kurve, und das Berghaus rauchte aus dem Kamin: Der Hüttenwart hatte sich selbst ausgegraben und Suppe gekocht.</p>',
          ),
        ],
      },
    },
  },
  {
    key: 'seeds-on-a-train',
    type: 'ArticlePage',
    parent: 'logbook',
    shared: {
      picture: image('seed-packets'),
      date: '2026-03-18',
      authors: [person('annelies')],
      category: category('garden'),
      minutes: 3,
    },
    state: {
      is: 'changed',
      draft: {
        subtitle: 'Four hundred envelopes, eleven of them labelled “unknown, yellow”',
        title: 'Seeds on a train',
      },
    },
    en: {
      title: 'Seeds on a train',
      slug: 'seeds-on-a-train',
      fields: {
        subtitle: 'Three hundred envelopes and no two handwritings alike',
        tags: ['seeds', 'exchange'],
        related: rows({ page: page('seed-swap'), why: 'The next one' }),
        body: [
          block(
            'paragraph',
            '<p>Botanical gardens have always written to each other. You list what you have, they tick what they want, and in February the post smells of hay. Ours travels up on the 8.00 in a biscuit tin.</p><p>This year’s oldest envelope is from 1979. We sowed it anyway.</p>',
          ),
          block('action', { label: 'Come to the seed swap', page: page('seed-swap'), url: '', email: '' }),
        ],
      },
    },
  },
  {
    key: 'winter-diary',
    type: 'ArticlePage',
    parent: 'logbook',
    state: { is: 'draft' },
    shared: {
      picture: image('lantern-path'),
      date: null,
      authors: [person('yuna')],
      category: category('line'),
      minutes: null,
    },
    en: {
      title: 'Winter diary',
      slug: 'winter-diary',
      fields: {
        subtitle: 'Notes from the lantern evenings',
        tags: [],
        related: rows(),
        body: [block('paragraph', '<p>5 December: sixty lanterns, two blown out, one borrowed by a fox.</p>')],
      },
    },
  },
];
