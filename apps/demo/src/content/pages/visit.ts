import { block, document, image, list, page, person, type PageSeed } from '../seed.js';

const table = (caption: string, data: string[][]) => ({
  data,
  first_row_is_table_header: true,
  first_col_is_header: true,
  table_caption: caption,
  table_header_choice: 'both',
});

export const visit: PageSeed[] = [
  {
    key: 'visit',
    type: 'SectionPage',
    parent: 'home',
    inMenus: true,
    shared: { picture: image('talmatten-lakeside'), listing: 'cards', pageSize: 12 },
    en: {
      title: 'Plan your visit',
      slug: 'visit',
      searchDescription: 'Timetable, fares, how to get here and how to get around.',
      fields: {
        intro:
          'Everything for a day on the mountain: when the train leaves, what it costs, and where to sit when it is full.',
        body: [
          block('notice', {
            level: 'info',
            text: '<p>From November to April trains run on Saturdays and Sundays only, and turn round at the garden.</p>',
            from: '2026-11-01',
            until: '2027-04-30',
          }),
        ],
      },
    },
    de: {
      title: 'Besuch planen',
      slug: 'besuch',
      searchDescription: 'Fahrplan, Preise, Anreise und unterwegs.',
      fields: {
        intro: 'Alles für einen Tag am Berg: wann der Zug fährt, was er kostet und wo man sitzt, wenn er voll ist.',
        body: [
          block('notice', {
            level: 'info',
            text: '<p>Von November bis April fahren die Züge nur am Samstag und Sonntag und wenden beim Alpengarten.</p>',
            from: '2026-11-01',
            until: '2027-04-30',
          }),
        ],
      },
    },
  },
  {
    key: 'timetable',
    type: 'StandardPage',
    parent: 'visit',
    shared: { picture: image('lochwald-forest') },
    earlier: [{ intro: 'Summer timetable 2026.' }],
    en: {
      title: 'Timetable',
      slug: 'timetable',
      searchDescription: 'Departures of the Distelgrat railway, summer and winter.',
      fields: {
        intro: 'A train every forty minutes in summer, and a patient one in winter.',
        body: [
          block('hours', {
            first: '07:20:00',
            last: '18:40:00',
            every: 40,
            days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
          }),
          block(
            'timetable',
            table('Going up, 1 May to 31 October', [
              ['Station', 'First', '', '', 'every', 'Last'],
              ['Talmatten', '7:20', '8:00', '8:40', '40 min', '18:40'],
              ['Lochwald (on request)', '7:29', '8:09', '8:49', '40 min', '18:49'],
              ['Sennerei', '7:39', '8:19', '8:59', '40 min', '18:59'],
              ['Alpengarten', '7:51', '8:31', '9:11', '40 min', '19:11'],
              ['Distelgrat', '8:01', '8:41', '9:21', '40 min', '19:21'],
            ]),
          ),
          block(
            'timetable',
            table('Going down, 1 May to 31 October', [
              ['Station', 'First', '', '', 'every', 'Last'],
              ['Distelgrat', '8:10', '8:50', '9:30', '40 min', '19:30'],
              ['Alpengarten', '8:20', '9:00', '9:40', '40 min', '19:40'],
              ['Sennerei', '8:32', '9:12', '9:52', '40 min', '19:52'],
              ['Lochwald (on request)', '8:42', '9:22', '10:02', '40 min', '20:02'],
              ['Talmatten', '8:51', '9:31', '10:11', '40 min', '20:11'],
            ]),
          ),
          block(
            'paragraph',
            '<h3>Request stop</h3><p>At <a linktype="page" id="@page:lochwald">Lochwald</a> the train stops if you raise your arm or tell the driver. Raise it early: the brakes are good, but they are old-fashioned.</p><ul><li>Groups of ten or more: please <a linktype="page" id="@page:contact">tell us</a> a day before.</li><li>Bicycles ride on the flat wagon, on every second train.</li></ul>',
          ),
          block(
            'papers',
            list(
              { file: document('timetable'), reference: '6f0d3c1e-4f2b-4c1a-9a37-2f3e9e0d7a11', pages: 1 },
              { file: document('conditions'), reference: '0b9a7d52-86c4-4e1f-8d0a-5a7b1c2d3e4f', pages: 1 },
            ),
          ),
        ],
        aside:
          '<p><b>Missed the last train?</b> The path down from the ridge takes three hours and is steep. Ring the station instead: <a href="tel:+41005550112">+41 00 555 01 12</a>.</p>',
        contact: person('beat'),
      },
    },
    de: {
      title: 'Fahrplan',
      slug: 'fahrplan',
      searchDescription: 'Abfahrten der Distelgratbahn im Sommer und im Winter.',
      fields: {
        intro: 'Im Sommer alle vierzig Minuten ein Zug, im Winter ein geduldiger.',
        body: [
          block('hours', {
            first: '07:20:00',
            last: '18:40:00',
            every: 40,
            days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
          }),
          block(
            'timetable',
            table('Bergfahrt, 1. Mai bis 31. Oktober', [
              ['Station', 'Erster', '', '', 'alle', 'Letzter'],
              ['Talmatten', '7.20', '8.00', '8.40', '40 Min.', '18.40'],
              ['Lochwald (auf Verlangen)', '7.29', '8.09', '8.49', '40 Min.', '18.49'],
              ['Sennerei', '7.39', '8.19', '8.59', '40 Min.', '18.59'],
              ['Alpengarten', '7.51', '8.31', '9.11', '40 Min.', '19.11'],
              ['Distelgrat', '8.01', '8.41', '9.21', '40 Min.', '19.21'],
            ]),
          ),
          block(
            'paragraph',
            '<h3>Halt auf Verlangen</h3><p>In <a linktype="page" id="@page:lochwald">Lochwald</a> hält der Zug, wenn Sie den Arm heben oder es dem Lokführer sagen. Bitte früh genug: Die Bremsen sind gut, aber von der alten Schule.</p>',
          ),
          block(
            'papers',
            list({ file: document('timetable'), reference: '6f0d3c1e-4f2b-4c1a-9a37-2f3e9e0d7a11', pages: 1 }),
          ),
        ],
        aside:
          '<p><b>Den letzten Zug verpasst?</b> Der Weg vom Grat ins Tal dauert drei Stunden und ist steil. Rufen Sie lieber an: <a href="tel:+41005550112">+41 00 555 01 12</a>.</p>',
        contact: person('beat'),
      },
    },
  },
  {
    key: 'fares',
    type: 'StandardPage',
    parent: 'visit',
    shared: { picture: image('carriage-arnika') },
    en: {
      title: 'Fares',
      slug: 'fares',
      fields: {
        intro: 'One mountain, four tickets. Children under six, dogs and members’ birthdays are free.',
        body: [
          block('fares', {
            caption: 'Fares in francs, 2026 and 2027',
            columns: [
              { type: 'text', heading: 'Ticket' },
              { type: 'price', heading: 'Full' },
              { type: 'price', heading: 'Half' },
              { type: 'count', heading: 'Days' },
              { type: 'included', heading: 'Garden' },
              { type: 'note', heading: 'Good to know' },
              { type: 'page', heading: 'Goes to' },
            ],
            rows: [
              {
                values: [
                  'To the dairy and back',
                  '16.00',
                  '8.00',
                  1,
                  false,
                  '<p>A glass of buttermilk is included.</p>',
                  page('sennerei'),
                ],
              },
              {
                values: [
                  'To the garden and back',
                  '26.50',
                  '13.20',
                  1,
                  true,
                  '<p>Our favourite, and <b>most people’s</b>.</p>',
                  page('alpengarten'),
                ],
              },
              {
                values: [
                  'To the ridge and back',
                  '34.00',
                  '17.00',
                  1,
                  true,
                  '<p>Break the journey as often as you like.</p>',
                  page('distelgrat'),
                ],
              },
              {
                values: [
                  'Ridge pass',
                  '58.00',
                  '29.00',
                  3,
                  true,
                  '<p>Any three days within a season.</p>',
                  page('distelgrat'),
                ],
              },
            ],
          }),
          block('heading', { text: 'Questions we hear at the window', level: 'h2', anchor: 'questions' }),
          block(
            'questions',
            list(
              {
                question: 'Can I walk one way?',
                answer:
                  '<p>Please do. A single costs 60 % of a return, from any station to any other. The <a linktype="page" id="@page:cheese-path">cheese path</a> is a good beginning.</p>',
                open: true,
              },
              {
                question: 'Do you take cards?',
                answer:
                  '<p>At every station but Lochwald, which has a bench, a lamp and no electricity for anything else.</p>',
                open: false,
              },
              {
                question: 'What does a member pay?',
                answer:
                  '<p>Half, for life. A share in the cooperative costs 300 francs once. <a linktype="page" id="@page:cooperative">How that works</a>.</p>',
                open: false,
              },
            ),
          ),
          block('action', {
            label: 'Ask for a group ticket',
            page: null,
            url: '',
            email: 'tickets@distelgrat.example',
          }),
        ],
        aside: '',
        contact: person('yuna'),
      },
    },
    de: {
      title: 'Preise',
      slug: 'preise',
      fields: {
        intro: 'Ein Berg, vier Billette. Kinder unter sechs, Hunde und die Geburtstage der Mitglieder sind frei.',
        body: [
          block('fares', {
            caption: 'Preise in Franken, 2026 und 2027',
            columns: [
              { type: 'text', heading: 'Billett' },
              { type: 'price', heading: 'Ganz' },
              { type: 'price', heading: 'Halb' },
              { type: 'count', heading: 'Tage' },
              { type: 'included', heading: 'Garten' },
              { type: 'note', heading: 'Gut zu wissen' },
              { type: 'page', heading: 'Führt nach' },
            ],
            rows: [
              {
                values: [
                  'Sennerei retour',
                  '16.00',
                  '8.00',
                  1,
                  false,
                  '<p>Ein Glas Buttermilch ist dabei.</p>',
                  page('sennerei'),
                ],
              },
              {
                values: [
                  'Garten retour',
                  '26.50',
                  '13.20',
                  1,
                  true,
                  '<p>Unser Liebling, und der <b>der meisten</b>.</p>',
                  page('alpengarten'),
                ],
              },
              {
                values: [
                  'Grat retour',
                  '34.00',
                  '17.00',
                  1,
                  true,
                  '<p>Unterbrechen Sie die Fahrt, so oft Sie mögen.</p>',
                  page('distelgrat'),
                ],
              },
              {
                values: [
                  'Gratpass',
                  '58.00',
                  '29.00',
                  3,
                  true,
                  '<p>Drei beliebige Tage einer Saison.</p>',
                  page('distelgrat'),
                ],
              },
            ],
          }),
          block(
            'questions',
            list(
              {
                question: 'Kann ich einen Weg zu Fuß gehen?',
                answer:
                  '<p>Unbedingt. Die einfache Fahrt kostet 60 % der Rückfahrkarte. Der <a linktype="page" id="@page:cheese-path">Käseweg</a> ist ein guter Anfang.</p>',
                open: true,
              },
              {
                question: 'Nehmen Sie Karten?',
                answer:
                  '<p>An jeder Station außer Lochwald: Dort gibt es eine Bank, eine Lampe und keinen Strom für mehr.</p>',
                open: false,
              },
            ),
          ),
        ],
        aside: '',
        contact: person('yuna'),
      },
    },
  },
  {
    key: 'getting-here',
    type: 'StandardPage',
    parent: 'visit',
    shared: { picture: image('route-map') },
    en: {
      title: 'Getting here',
      slug: 'getting-here',
      fields: {
        intro:
          'By boat, which is best. By bus, which is quicker. By car, if you must: the meadow behind the station has room for thirty.',
        body: [
          block('heading', { text: 'A day that works', level: 'h2', anchor: 'a-day' }),
          block('journey', [
            block('ride', { from: page('talmatten'), to: page('sennerei'), minutes: 19 }),
            block('pause', 'Coffee and a slice of something at the kitchen window'),
            block('ride', { from: page('sennerei'), to: page('distelgrat'), minutes: 22 }),
            block('walk', { minutes: 70, note: 'Down along the ridge to the garden, marmots on the left' }),
            block('ride', { from: page('alpengarten'), to: page('talmatten'), minutes: 31 }),
          ]),
          block(
            'paragraph',
            '<h3>By boat</h3><p>The boat <i>Libelle</i> leaves the town pier at ten past every hour and ties up twenty steps from our platform. <a href="https://boats.example/talmatten">Boat timetable</a>.</p><h3>By bus</h3><p>Line 9, stop “Station, Talmatten”. The driver waits if the train is late.</p><hr/><p>There is also a <a linktype="document" id="@document:map">map to print</a>.</p>',
          ),
          block('spot', { latitude: 46.7215, longitude: 8.2034, label: 'Talmatten station, beside the landing stage' }),
          block('action', {
            label: 'Boats on the lake',
            page: null,
            url: 'https://boats.example/talmatten',
            email: '',
          }),
        ],
        aside: '',
        contact: null,
      },
    },
    de: {
      title: 'Anreise',
      slug: 'anreise',
      fields: {
        intro:
          'Mit dem Schiff, am schönsten. Mit dem Bus, am schnellsten. Mit dem Auto, wenn es sein muss: Die Wiese hinter der Station hat Platz für dreißig.',
        body: [
          block('heading', { text: 'Ein guter Tag', level: 'h2', anchor: 'ein-tag' }),
          block('journey', [
            block('ride', { from: page('talmatten'), to: page('sennerei'), minutes: 19 }),
            block('pause', 'Kaffee und ein Stück von irgendetwas am Küchenfenster'),
            block('ride', { from: page('sennerei'), to: page('distelgrat'), minutes: 22 }),
            block('walk', { minutes: 70, note: 'Dem Grat entlang hinunter zum Garten, die Murmeltiere links' }),
            block('ride', { from: page('alpengarten'), to: page('talmatten'), minutes: 31 }),
          ]),
          block(
            'paragraph',
            '<h3>Mit dem Schiff</h3><p>Die <i>Libelle</i> fährt jede Stunde um zehn nach am Stadtsteg ab und legt zwanzig Schritte vor unserem Bahnsteig an.</p><p>Hier ist ein <a linktype="document" id="@document:map">Plan zum Ausdrucken</a>.</p>',
          ),
          block('spot', { latitude: 46.7215, longitude: 8.2034, label: 'Station Talmatten, neben dem Schiffsteg' }),
        ],
        aside: '',
        contact: null,
      },
    },
  },
  {
    key: 'step-free',
    type: 'StandardPage',
    parent: 'visit',
    shared: { picture: image('steam-weekend') },
    en: {
      title: 'Step-free travel',
      slug: 'step-free',
      fields: {
        intro: 'Three of five stations are level with the train. Here is what to expect at the other two.',
        body: [
          block(
            'checklist',
            list(
              'Carriages 2 and 4 have a low door and two places for wheelchairs',
              'The garden’s lower two terraces have firm, level paths',
              'Assistance dogs know the way to the dairy',
            ),
          ),
          block(
            'paragraph',
            '<p>At Lochwald and on the ridge the step is 28 cm. The crew carry a ramp and like using it; no need to book. Our accessible toilets are at <a linktype="page" id="@page:talmatten">Talmatten</a> and in the <a linktype="page" id="@page:alpengarten">garden</a>.</p>',
          ),
          block('person', person('yuna')),
        ],
        aside: '',
        contact: person('yuna'),
      },
    },
  },
];
