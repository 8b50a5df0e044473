import { block, document, image, list, page, person, type PageSeed } from '../seed.js';

export const garden: PageSeed[] = [
  {
    key: 'garden',
    type: 'SectionPage',
    parent: 'home',
    inMenus: true,
    shared: { picture: image('garden-terraces'), listing: 'plants', pageSize: 20 },
    en: {
      title: 'The garden',
      slug: 'garden',
      searchDescription: 'Nine hundred alpine plants on four terraces at 1,618 metres.',
      fields: {
        intro:
          'Nine hundred plants that spend seven months under snow and make up for it in five. These are a few we are asked about.',
        body: [
          block('chart', {
            title: 'Kinds in flower, by month',
            unit: 'kinds',
            data: [
              ['Apr', 14],
              ['May', 118],
              ['Jun', 342],
              ['Jul', 297],
              ['Aug', 141],
              ['Sep', 52],
              ['Oct', 9],
            ],
          }),
          block('person', person('annelies')),
        ],
      },
    },
    de: {
      title: 'Der Garten',
      slug: 'garten',
      searchDescription: 'Neunhundert Alpenpflanzen auf vier Terrassen, 1618 Meter über Meer.',
      fields: {
        intro:
          'Neunhundert Pflanzen, die sieben Monate unter dem Schnee verbringen und in fünf alles nachholen. Nach diesen werden wir oft gefragt.',
        body: [
          block('chart', {
            title: 'Blühende Arten nach Monat',
            unit: 'Arten',
            data: [
              ['Apr', 14],
              ['Mai', 118],
              ['Jun', 342],
              ['Jul', 297],
              ['Aug', 141],
              ['Sep', 52],
              ['Okt', 9],
            ],
          }),
        ],
      },
    },
  },
  {
    key: 'silver-thistle',
    type: 'PlantPage',
    parent: 'garden',
    shared: {
      picture: image('silver-thistle'),
      latinName: 'Carlina acaulis',
      bed: 'II-07',
      heightCm: 12,
      protectedSpecies: true,
      bloomMonths: ['jul', 'aug', 'sep'],
      plantedOn: '1934-05-19',
      lowestElevation: 800,
      highestElevation: 2400,
    },
    en: {
      title: 'Silver thistle',
      slug: 'silver-thistle',
      fields: {
        description:
          '<p>The plant that started the garden. Its flower has no stalk and sits on the ground like a plate; what look like petals are dry leaves that close when the air is damp. Drivers used to nail one to the engine-house door: <b>shut thistle, take the umbrella</b>.</p><p>The first one, beside the platform, still flowers.</p>',
        care: 'Poor soil, full sun, and no kindness whatsoever.',
        tags: ['barometer', 'drought-proof', 'the first one'],
      },
    },
    de: {
      title: 'Silberdistel',
      slug: 'silberdistel',
      fields: {
        description:
          '<p>Mit ihr fing der Garten an. Ihre Blüte hat keinen Stiel und liegt wie ein Teller am Boden; was wie Blütenblätter aussieht, sind trockene Hüllblätter, die sich bei feuchter Luft schließen. Früher nagelten die Lokführer eine an die Tür der Remise: <b>Distel zu, Schirm mit</b>.</p>',
        care: 'Magerer Boden, volle Sonne und bloß keine Nachsicht.',
        tags: ['Wetterprophet', 'die erste'],
      },
    },
  },
  {
    key: 'trumpet-gentian',
    type: 'PlantPage',
    parent: 'garden',
    shared: {
      picture: image('trumpet-gentian'),
      latinName: 'Gentiana acaulis',
      bed: 'III-02',
      heightCm: 8,
      protectedSpecies: true,
      bloomMonths: ['may', 'jun', 'jul'],
      plantedOn: '1951-06-02',
      lowestElevation: 1200,
      highestElevation: 2800,
    },
    earlier: [{ care: 'Wants lime-free soil.' }],
    en: {
      title: 'Trumpet gentian',
      slug: 'trumpet-gentian',
      fields: {
        description:
          '<p>There is no other blue like it, which is why visitors photograph it and are disappointed at home. Look into one: the green speckles in the throat show bees the way down.</p>',
        care: 'Lime-free soil, never dry, and leave it alone for ten years.',
        tags: ['blue', 'bees'],
      },
    },
    de: {
      title: 'Stängelloser Enzian',
      slug: 'enzian',
      fields: {
        description:
          '<p>Ein solches Blau gibt es kein zweites Mal, darum wird es ständig fotografiert und enttäuscht zu Hause. Schauen Sie hinein: Die grünen Tupfen im Schlund weisen den Bienen den Weg.</p>',
        care: 'Kalkfreier Boden, nie trocken, und zehn Jahre in Ruhe lassen.',
        tags: ['blau', 'Bienen'],
      },
    },
  },
  {
    key: 'alpine-snowbell',
    type: 'PlantPage',
    parent: 'garden',
    shared: {
      picture: image('alpine-snowbell'),
      latinName: 'Soldanella alpina',
      bed: 'I-14',
      heightCm: 10,
      protectedSpecies: false,
      bloomMonths: ['apr', 'may', 'jun'],
      plantedOn: '1972-05-30',
      lowestElevation: 900,
      highestElevation: 3000,
    },
    en: {
      title: 'Alpine snowbell',
      slug: 'alpine-snowbell',
      fields: {
        description:
          '<p>It does not wait for the thaw. Dark buds catch the light under the snow and melt themselves a chimney. One morning there is a violet bell in a white field, and by evening there are ninety.</p>',
        care: 'Snow until May. We have tried without; it sulked.',
        tags: ['spring', 'through the snow'],
      },
    },
    de: {
      title: 'Alpenglöckchen',
      slug: 'alpengloeckchen',
      fields: {
        description:
          '<p>Auf das Tauwetter wartet es nicht. Die dunklen Knospen fangen das Licht unter dem Schnee ein und schmelzen sich einen Kamin. Am Morgen steht eine violette Glocke im weißen Feld, am Abend sind es neunzig.</p>',
        care: 'Schnee bis Mai. Ohne haben wir es versucht; es war beleidigt.',
        tags: ['Frühling'],
      },
    },
  },
  {
    key: 'mountain-arnica',
    type: 'PlantPage',
    parent: 'garden',
    shared: {
      picture: image('mountain-arnica'),
      latinName: 'Arnica montana',
      bed: 'II-19',
      heightCm: 45,
      protectedSpecies: true,
      bloomMonths: ['jun', 'jul', 'aug'],
      plantedOn: '1963-07-11',
      lowestElevation: 600,
      highestElevation: 2600,
    },
    state: {
      is: 'changed',
      draft: { care: 'Poor, sour meadow soil; feeding it is the surest way to lose it. Mow late.' },
    },
    en: {
      title: 'Mountain arnica',
      slug: 'mountain-arnica',
      fields: {
        description:
          '<p>Carriage 3 is named after it. Arnica turns its ragged flower-heads with the wind rather than the sun, and always looks a little untidy, like somebody who has just got off the train.</p>',
        care: 'Poor, sour meadow soil; feeding it is the surest way to lose it.',
        tags: ['meadow', 'carriage 3'],
      },
    },
  },
  {
    key: 'glacier-buttercup',
    type: 'PlantPage',
    parent: 'garden',
    shared: {
      picture: image('glacier-buttercup'),
      latinName: 'Ranunculus glacialis',
      bed: 'IV-01',
      heightCm: 15,
      protectedSpecies: true,
      bloomMonths: ['jul', 'aug'],
      plantedOn: '1988-08-04',
      lowestElevation: 2000,
      highestElevation: 4200,
    },
    en: {
      title: 'Glacier buttercup',
      slug: 'glacier-buttercup',
      fields: {
        description:
          '<p>One of the highest-living flowering plants of the Alps, and homesick in our rock bed, four hundred metres too low. The petals open white and blush once they have been visited.</p>',
        care: 'Ice cubes on hot days. This is not a joke.',
        tags: ['high places', 'rock bed'],
      },
    },
  },
  {
    key: 'martagon-lily',
    type: 'PlantPage',
    parent: 'garden',
    state: { is: 'draft' },
    shared: {
      picture: null,
      latinName: 'Lilium martagon',
      bed: 'II-22',
      heightCm: 110,
      protectedSpecies: true,
      bloomMonths: ['jun', 'jul'],
      plantedOn: '2025-10-08',
      lowestElevation: 500,
      highestElevation: 1900,
    },
    en: {
      title: 'Martagon lily',
      slug: 'martagon-lily',
      fields: {
        description: '<p>Planted last autumn. We shall write the rest when it has flowered.</p>',
        care: 'Half shade, and patience.',
        tags: ['new'],
      },
    },
  },
];

export const walks: PageSeed[] = [
  {
    key: 'walks',
    type: 'SectionPage',
    parent: 'home',
    inMenus: true,
    shared: { picture: image('ridge-walk'), listing: 'cards', pageSize: 12 },
    en: {
      title: 'Walks',
      slug: 'walks',
      fields: {
        intro: 'Paths that begin at one platform and end at another. Times are for people who stop to look.',
        body: [],
      },
    },
    de: {
      title: 'Wanderungen',
      slug: 'wanderungen',
      fields: {
        intro:
          'Wege, die an einem Bahnsteig beginnen und an einem anderen enden. Die Zeiten gelten für Leute, die stehen bleiben und schauen.',
        body: [],
      },
    },
  },
  {
    key: 'ridge-walk',
    type: 'WalkPage',
    parent: 'walks',
    shared: {
      picture: image('ridge-walk'),
      start: page('distelgrat'),
      finish: page('alpengarten'),
      distance: '5.40',
      ascent: 140,
      descent: 456,
      walkingTime: 'PT2H10M',
      difficulty: 'moderate',
      seasons: ['jun', 'jul', 'aug', 'sep', 'oct'],
      profile: [
        [0, 1934],
        [0.6, 1962],
        [1.1, 1948],
        [1.9, 2004],
        [2.6, 1990],
        [3.2, 1912],
        [3.9, 1808],
        [4.6, 1701],
        [5.4, 1618],
      ],
      track: null,
    },
    en: {
      title: 'The ridge path',
      slug: 'ridge-path',
      searchDescription: 'Two hours along the edge, from the summit down to the garden.',
      fields: {
        intro:
          '<p>Turn left at the last buffer and keep the lake on your right. After the second cairn the path narrows to the width of one polite person.</p>',
        tags: ['views', 'marmots'],
        body: [
          block('picture', { image: image('marmot-lookout'), caption: 'He is counting you', width: 'normal' }),
          block(
            'paragraph',
            '<h2>On the way</h2><ol><li>The <b>Käsbissen</b>, a boulder with a bite out of it.</li><li>The saddle, with a spring on the shady side.</li><li>A gate. Please close it: the sheep are on the railway’s payroll.</li></ol>',
          ),
          block('notice', {
            level: 'warning',
            text: '<p>Do not start later than two hours before the last train from the garden.</p>',
            from: null,
            until: null,
          }),
        ],
      },
    },
    de: {
      title: 'Der Gratweg',
      slug: 'gratweg',
      searchDescription: 'Zwei Stunden am Rand entlang, vom Gipfel hinunter zum Garten.',
      fields: {
        intro:
          '<p>Beim letzten Prellbock nach links, den See immer zur Rechten. Nach dem zweiten Steinmann wird der Weg so schmal wie eine höfliche Person.</p>',
        tags: ['Aussicht', 'Murmeltiere'],
        body: [
          block('picture', { image: image('marmot-lookout'), caption: 'Er zählt Sie', width: 'normal' }),
          block('notice', {
            level: 'warning',
            text: '<p>Bitte nicht später als zwei Stunden vor dem letzten Zug ab Garten aufbrechen.</p>',
            from: null,
            until: null,
          }),
        ],
      },
    },
  },
  {
    key: 'cheese-path',
    type: 'WalkPage',
    parent: 'walks',
    shared: {
      picture: image('sennerei-pasture'),
      start: page('sennerei'),
      finish: page('talmatten'),
      distance: '4.10',
      ascent: 40,
      descent: 674,
      walkingTime: 'PT1H35M',
      difficulty: 'easy',
      seasons: ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov'],
      profile: [
        [0, 1246],
        [0.7, 1190],
        [1.4, 1060],
        [2.2, 884],
        [2.9, 790],
        [3.5, 700],
        [4.1, 612],
      ],
      track: document('map'),
    },
    en: {
      title: 'The cheese path',
      slug: 'cheese-path',
      fields: {
        intro:
          '<p>The way the cheese went before there was a train: down through the pasture, past the Lochwald halt, and out at the lake. All downhill, with a rucksack heavier than it was in the morning.</p>',
        tags: ['families', 'cheese'],
        body: [
          block(
            'gallery',
            list(
              { photo: image('sennerei-pasture'), caption: 'Start here, after the second coffee' },
              { photo: image('cheese-cellar'), caption: 'The reason for the rucksack' },
              { photo: image('lochwald-forest'), caption: 'Shade for the last hour' },
            ),
          ),
          block(
            'paragraph',
            '<p>Children like the <i>wooden cows</i> along the way; there are eleven, and one of them is facing backwards.</p>',
          ),
        ],
      },
    },
    de: {
      title: 'Der Käseweg',
      slug: 'kaeseweg',
      fields: {
        intro:
          '<p>So ging der Käse, bevor es den Zug gab: über die Weide hinunter, am Halt Lochwald vorbei und hinaus an den See. Es geht nur bergab, mit schwererem Rucksack als am Morgen.</p>',
        tags: ['Familien', 'Käse'],
        body: [
          block(
            'gallery',
            list(
              { photo: image('sennerei-pasture'), caption: 'Hier geht es los, nach dem zweiten Kaffee' },
              { photo: image('cheese-cellar'), caption: 'Der Grund für den Rucksack' },
            ),
          ),
        ],
      },
    },
  },
  {
    key: 'lantern-path',
    type: 'WalkPage',
    parent: 'walks',
    shared: {
      picture: image('lantern-path'),
      start: page('sennerei'),
      finish: page('lochwald'),
      distance: '2.20',
      ascent: 10,
      descent: 372,
      walkingTime: 'PT50M',
      difficulty: 'easy',
      seasons: ['dec', 'jan', 'feb'],
      profile: [
        [0, 1246],
        [0.5, 1180],
        [1.1, 1052],
        [1.7, 951],
        [2.2, 884],
      ],
      track: null,
    },
    state: {
      is: 'changed',
      draft: {
        intro:
          '<p>On Saturdays in December, January and February we hang seventy lanterns between the dairy and the forest halt. Nothing is signposted; follow the light.</p>',
      },
    },
    en: {
      title: 'The lantern path',
      slug: 'lantern-path',
      fields: {
        intro:
          '<p>On Saturdays in December and January we hang sixty lanterns between the dairy and the forest halt. Nothing is signposted; follow the light.</p>',
        tags: ['winter', 'evening'],
        body: [
          block('appointment', { label: 'First lanterns of the winter', at: '2026-12-05T16:30:00Z', lasts: 'PT3H' }),
          block(
            'paragraph',
            '<p>Bring good shoes. The train waits at Lochwald at the bottom, with its own lamps lit, and the stove in carriage 2.</p>',
          ),
        ],
      },
    },
  },
];
