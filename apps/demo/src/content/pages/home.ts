import { block, document, image, list, page, type PageSeed, person, rows } from '../seed.js';

export const home: PageSeed = {
  key: 'home',
  type: 'HomePage',
  parent: null,
  shared: {
    picture: image('valley-at-dawn'),
    seasonOpens: '2027-05-01',
    seasonCloses: '2027-10-31',
    showLine: true,
    callToActionPage: page('timetable'),
  },
  earlier: [{ tagline: 'A rack railway, a garden, a ridge' }],
  en: {
    title: 'Distelgrat Railway & Alpine Garden',
    slug: 'home',
    seoTitle: 'Distelgrat: a rack railway to an alpine garden',
    searchDescription:
      'Forty-one minutes by rack railway from the lake at Talmatten to the alpine garden and the ridge of the Distelgrat.',
    fields: {
      tagline: 'Forty-one minutes from the lake to the thistles',
      intro:
        '<p>Since 1911 a small red train has climbed from the boat landing at Talmatten to the ridge of the Distelgrat. Half-way it stops at a dairy, near the top at a garden with nine hundred alpine plants. It belongs to the people who ride it.</p>',
      callToActionLabel: 'See today’s trains',
      features: rows(
        {
          page: page('garden'),
          teaser: 'Four terraces, one glasshouse and nine hundred plants that like it cold.',
          picture: image('garden-terraces'),
        },
        {
          page: page('ridge-walk'),
          teaser: 'Two hours along the edge of the sky, with a train home at the end.',
          picture: image('ridge-walk'),
        },
        {
          page: page('falling-stars'),
          teaser: 'On the longest nights the last train waits until the stars are done.',
          picture: image('night-of-falling-stars'),
        },
      ),
      body: [
        block(
          'figures',
          list(
            { value: 6.8, unit: 'km', label: 'of line, all of it on the rack' },
            { value: 1322, unit: 'm', label: 'climbed between lake and ridge' },
            { value: 412, unit: '', label: 'members own the railway together' },
            { value: 22.5, unit: '%', label: 'on the steepest stretch, above Sennerei' },
          ),
        ),
        block('heading', { text: 'Why a garden has a railway', level: 'h2', anchor: 'why' }),
        block(
          'paragraph',
          '<p>The line was built to bring hay down. The garden came later: in 1934 the station master of the fourth stop, bored between two trains, planted a <a linktype="page" id="@page:silver-thistle">silver thistle</a> beside the platform. Passengers brought him more. Today the garden pays for the rails in summer, and the rails carry the soil in spring.</p><p>Come for the view, stay for the <a linktype="page" id="@page:trumpet-gentian">gentians</a>, and bring a jacket: the ridge is twelve degrees colder than the lake.</p>',
        ),
        block('voice', {
          quote:
            'People ask me which seat is best. Left going up, right coming down, and standing on the last platform if Beat is driving.',
          person: person('annelies'),
        }),
        block('columns', {
          left: [
            block('heading', { text: 'Before you come', level: 'h3', anchor: 'before' }),
            block(
              'checklist',
              list(
                'Trains run every 40 minutes, also in the rain',
                'Dogs ride free and are usually the happiest on board',
                'The ticket of the lake boat is good for the train',
              ),
            ),
          ],
          right: [
            block('heading', { text: 'Take the timetable along', level: 'h3', anchor: 'paper' }),
            block('paragraph', '<p>One page, made to be folded twice.</p>'),
            block('download', document('timetable')),
          ],
        }),
        block('newsletter', null),
      ],
    },
  },
  de: {
    title: 'Distelgratbahn & Alpengarten',
    slug: 'home-de',
    seoTitle: 'Distelgrat: mit der Zahnradbahn in den Alpengarten',
    searchDescription:
      'In einundvierzig Minuten mit der Zahnradbahn vom See in Talmatten zum Alpengarten und auf den Distelgrat.',
    fields: {
      tagline: 'In einundvierzig Minuten vom See zu den Disteln',
      intro:
        '<p>Seit 1911 klettert ein kleiner roter Zug von der Schiffstation Talmatten auf den Distelgrat. Auf halbem Weg hält er bei einer Sennerei, kurz vor der Höhe bei einem Garten mit neunhundert Alpenpflanzen. Er gehört den Menschen, die mit ihm fahren.</p>',
      callToActionLabel: 'Zu den Zügen von heute',
      features: rows(
        {
          page: page('garden'),
          teaser: 'Vier Terrassen, ein Glashaus und neunhundert Pflanzen, die es kühl mögen.',
          picture: image('garden-terraces'),
        },
        {
          page: page('ridge-walk'),
          teaser: 'Zwei Stunden am Rand des Himmels, und am Ende wartet der Zug.',
          picture: image('ridge-walk'),
        },
        {
          page: page('falling-stars'),
          teaser: 'In den längsten Nächten wartet der letzte Zug, bis die Sterne fertig sind.',
          picture: image('night-of-falling-stars'),
        },
      ),
      body: [
        block(
          'figures',
          list(
            { value: 6.8, unit: 'km', label: 'Strecke, ganz auf der Zahnstange' },
            { value: 1322, unit: 'm', label: 'Höhe zwischen See und Grat' },
            { value: 412, unit: '', label: 'Mitglieder besitzen die Bahn gemeinsam' },
            { value: 22.5, unit: '%', label: 'an der steilsten Stelle oberhalb der Sennerei' },
          ),
        ),
        block('heading', { text: 'Warum ein Garten eine Bahn hat', level: 'h2', anchor: 'warum' }),
        block(
          'paragraph',
          '<p>Gebaut wurde die Strecke, um Heu ins Tal zu bringen. Der Garten kam später: 1934 pflanzte der Vorstand der vierten Station aus Langeweile zwischen zwei Zügen eine <a linktype="page" id="@page:silver-thistle">Silberdistel</a> neben den Bahnsteig. Die Fahrgäste brachten ihm mehr. Heute bezahlt im Sommer der Garten die Schienen, und im Frühling tragen die Schienen die Erde hinauf.</p><p>Kommen Sie wegen der Aussicht, bleiben Sie wegen der <a linktype="page" id="@page:trumpet-gentian">Enziane</a>, und nehmen Sie eine Jacke mit: Auf dem Grat ist es zwölf Grad kühler als am See.</p>',
        ),
        block('voice', {
          quote:
            'Alle fragen nach dem besten Platz. Hinauf links, hinunter rechts, und wenn Beat fährt, ganz hinten auf der Plattform.',
          person: person('annelies'),
        }),
        block('newsletter', null),
      ],
    },
  },
};
