import { block, collection, document, image, list, page, type PageSeed, person, rows } from '../seed.js';

export const about: PageSeed[] = [
  {
    key: 'cooperative',
    type: 'StandardPage',
    parent: 'home',
    inMenus: true,
    shared: { picture: image('summit-above-clouds') },
    en: {
      title: 'The cooperative',
      slug: 'cooperative',
      searchDescription: 'Four hundred and twelve people own a mountain railway.',
      fields: {
        intro: 'In 1977 the railway was to be sold for scrap. Two hundred and six passengers bought it instead.',
        body: [
          block(
            'paragraph',
            '<p>A share costs 300 francs, once. Nobody may hold more than one, nobody earns interest, and everybody has a vote. The general assembly takes place in the train: we leave at ten, vote at each station, and are finished by the summit, because nobody wants to miss the soup.</p>',
          ),
          block(
            'figures',
            list(
              { value: 412, unit: '', label: 'members' },
              { value: 9, unit: '', label: 'employees in summer' },
              { value: 3.1, unit: 'm', label: 'francs a year, in and out' },
            ),
          ),
          block('heading', { text: 'Who you will meet', level: 'h2', anchor: 'people' }),
          block('people', list(person('annelies'), person('beat'), person('mirela'), person('tobias'), person('yuna'))),
          block(
            'papers',
            list({ file: document('conditions'), reference: '0b9a7d52-86c4-4e1f-8d0a-5a7b1c2d3e4f', pages: 1 }),
          ),
          block('action', { label: 'Become a member', page: page('contact'), url: '', email: '' }),
        ],
        aside: '<p>Registered as a cooperative since 3 March 1977.</p>',
        contact: person('yuna'),
      },
    },
    de: {
      title: 'Die Genossenschaft',
      slug: 'genossenschaft',
      searchDescription: 'Vierhundertzwölf Menschen besitzen eine Bergbahn.',
      fields: {
        intro: '1977 sollte die Bahn auf den Schrott. Zweihundertsechs Fahrgäste kauften sie stattdessen.',
        body: [
          block(
            'paragraph',
            '<p>Ein Anteil kostet einmal 300 Franken. Niemand darf mehr als einen haben, Zinsen gibt es keine, und jede Stimme zählt gleich. Die Generalversammlung findet im Zug statt: Abfahrt um zehn, abgestimmt wird an jeder Station, und auf dem Grat sind wir fertig, denn niemand will die Suppe verpassen.</p>',
          ),
          block('heading', { text: 'Wen Sie treffen werden', level: 'h2', anchor: 'menschen' }),
          block('people', list(person('annelies'), person('beat'), person('mirela'), person('tobias'), person('yuna'))),
          block('action', { label: 'Mitglied werden', page: page('contact'), url: '', email: '' }),
        ],
        aside: '',
        contact: person('yuna'),
      },
    },
  },
  {
    key: 'history',
    type: 'StandardPage',
    parent: 'cooperative',
    shared: { picture: image('steam-weekend') },
    en: {
      title: 'A short history',
      slug: 'history',
      fields: {
        intro: 'Hay, war, boredom, scrap, gentians.',
        body: [
          block('timeline', [
            block('year', {
              year: 1911,
              text: '<p>The line opens from Talmatten to Sennerei, to bring down hay and cheese.</p>',
            }),
            block('year', {
              year: 1913,
              text: '<p>The rails reach the ridge. The first passenger to the top is a goat.</p>',
            }),
            block('year', {
              year: 1934,
              text: '<p>Station master Alois Rubin plants a <a linktype="page" id="@page:silver-thistle">silver thistle</a>.</p>',
            }),
            block('picture', image('steam-weekend')),
            block('year', {
              year: 1958,
              text: '<p>Electric railcars arrive. Engine 1 is forgotten behind the shed, which saves her.</p>',
            }),
            block('year', {
              year: 1977,
              text: '<p>The <a linktype="page" id="@page:cooperative">cooperative</a> is founded on platform 1, in the rain.</p>',
            }),
            block('year', { year: 2011, text: '<p>A hundred years. Engine 1 runs again.</p>' }),
          ]),
        ],
        aside: '',
        contact: null,
      },
    },
  },
  {
    key: 'pictures',
    type: 'GalleryPage',
    parent: 'cooperative',
    shared: { collection: collection('line') },
    en: {
      title: 'Pictures of the line',
      slug: 'pictures',
      fields: {
        intro: 'Everything in our “The line” album. Press may use these free of charge; please name the railway.',
        columns: 3,
      },
    },
    de: {
      title: 'Bilder der Strecke',
      slug: 'bilder',
      fields: {
        intro: 'Alles aus unserem Album «The line». Für die Presse kostenlos; bitte die Bahn nennen.',
        columns: 3,
      },
    },
  },
  {
    key: 'contact',
    type: 'ContactPage',
    parent: 'home',
    shared: {
      email: 'post@distelgrat.example',
      phone: '+41 00 555 01 12',
      website: 'https://distelgrat.example',
      officeOpens: '08:00:00',
      officeCloses: '17:30:00',
      address: 'Distelgratbahn Genossenschaft\nAm Landungssteg 1\n0000 Talmatten',
      answeredBy: person('yuna'),
    },
    en: {
      title: 'Contact',
      slug: 'contact',
      fields: {
        intro:
          '<p>Write, ring, or come to the window. Lost hats are kept for a year; lost umbrellas are lent to the next person.</p>',
        formFields: rows(
          { label: 'Your name', name: 'name', kind: 'line', required: true, help: '', options: '' },
          {
            label: 'Where we can reach you',
            name: 'reply-to',
            kind: 'email',
            required: true,
            help: 'We answer within two days, in winter sooner.',
            options: '',
          },
          {
            label: 'What it is about',
            name: 'about',
            kind: 'select',
            required: false,
            help: '',
            options: 'Something lost\nA group\nMembership\nThe garden\nSomething else',
          },
          { label: 'Your message', name: 'message', kind: 'paragraph', required: true, help: '', options: '' },
        ),
        buttonLabel: 'Write the letter',
      },
    },
    de: {
      title: 'Kontakt',
      slug: 'kontakt',
      fields: {
        intro:
          '<p>Schreiben Sie, rufen Sie an oder kommen Sie an den Schalter. Verlorene Hüte behalten wir ein Jahr; verlorene Schirme bekommt, wer als Nächstes einen braucht.</p>',
        formFields: rows(
          { label: 'Ihr Name', name: 'name', kind: 'line', required: true, help: '', options: '' },
          {
            label: 'Wo wir Sie erreichen',
            name: 'reply-to',
            kind: 'email',
            required: true,
            help: 'Wir antworten innert zweier Tage, im Winter schneller.',
            options: '',
          },
          {
            label: 'Worum es geht',
            name: 'about',
            kind: 'select',
            required: false,
            help: '',
            options: 'Etwas verloren\nEine Gruppe\nMitgliedschaft\nDer Garten\nEtwas anderes',
          },
          { label: 'Ihre Nachricht', name: 'message', kind: 'paragraph', required: true, help: '', options: '' },
        ),
        buttonLabel: 'Brief aufsetzen',
      },
    },
  },
  {
    key: 'privacy',
    type: 'StandardPage',
    parent: 'home',
    shared: { picture: null },
    en: {
      title: 'Privacy',
      slug: 'privacy',
      fields: {
        intro: 'This site sets no cookies and counts nobody. The marmots are counted, but they stay anonymous.',
        body: [
          block(
            'paragraph',
            '<p>When you write to us we keep your letter as long as it takes to answer it, and for a year after that in case you ask again. Nothing is sold, shared or profiled.</p>',
          ),
        ],
        aside: '',
        contact: null,
      },
    },
  },
];
