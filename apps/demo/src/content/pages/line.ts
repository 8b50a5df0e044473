import { block, image, list, page, type PageSeed, person, rows, type SeedFields } from '../seed.js';

const hours = (days: string, opens: string, closes: string, note: string): SeedFields => ({
  days,
  opens,
  closes,
  note,
});

export const line: PageSeed[] = [
  {
    key: 'line',
    type: 'SectionPage',
    parent: 'home',
    inMenus: true,
    shared: { picture: image('lochwald-forest'), listing: 'stations', pageSize: 12 },
    en: {
      title: 'The line',
      slug: 'line',
      searchDescription: 'Five stations between 612 and 1,934 metres.',
      fields: {
        intro:
          'Five stations, two tunnels, one viaduct of eight arches. The profile below is drawn to scale; the thistles are not.',
        body: [],
      },
    },
    de: {
      title: 'Die Strecke',
      slug: 'strecke',
      searchDescription: 'Fünf Stationen zwischen 612 und 1934 Metern.',
      fields: {
        intro:
          'Fünf Stationen, zwei Tunnel, ein Viadukt mit acht Bögen. Das Profil ist maßstäblich, die Disteln sind es nicht.',
        body: [],
      },
    },
  },
  {
    key: 'talmatten',
    type: 'StationPage',
    parent: 'line',
    shared: {
      picture: image('talmatten-lakeside'),
      code: 'TAL',
      elevation: 612,
      kilometre: '0.000',
      latitude: 46.7215,
      longitude: 8.2034,
      firstTrain: '07:20:00',
      lastTrain: '18:40:00',
      stepFree: true,
      requestStop: false,
      facilities: ['tickets', 'toilets', 'cafe', 'bicycles', 'lockers'],
      reference: '3d1f5f0e-9a54-4b8e-8f2e-0c6d1a2b3c01',
    },
    en: {
      title: 'Talmatten',
      slug: 'talmatten',
      fields: {
        intro: 'Where the boat meets the rack. Tickets, coffee, and the only level stretch of the whole line.',
        openingHours: rows(
          hours('daily', '06:50:00', '19:15:00', 'Ticket window'),
          hours('weekend', '08:00:00', '17:00:00', 'Luggage room'),
        ),
        body: [
          block(
            'paragraph',
            '<p>The station house of 1911 stands so close to the water that the station master used to fish from his office. The clock on the platform is two minutes fast, on purpose, and has been since the first passenger missed the first train.</p><embed embedtype="image" id="@image:route-map" format="right" alt="Map of the line"/><p>Trains wait for the boat. If you see people running along the pier, please keep the door open.</p>',
          ),
          block('teaser', page('getting-here')),
        ],
      },
    },
    de: {
      title: 'Talmatten',
      slug: 'talmatten',
      fields: {
        intro:
          'Wo das Schiff auf die Zahnstange trifft. Billette, Kaffee und das einzige ebene Stück der ganzen Strecke.',
        openingHours: rows(
          hours('daily', '06:50:00', '19:15:00', 'Schalter'),
          hours('weekend', '08:00:00', '17:00:00', 'Gepäckraum'),
        ),
        body: [
          block(
            'paragraph',
            '<p>Das Stationshaus von 1911 steht so nah am Wasser, dass der Vorstand früher vom Büro aus fischte. Die Uhr am Bahnsteig geht zwei Minuten vor, mit Absicht, und zwar seit der erste Fahrgast den ersten Zug verpasste.</p><p>Die Züge warten auf das Schiff. Wenn Sie jemanden über den Steg rennen sehen, halten Sie bitte die Tür auf.</p>',
          ),
        ],
      },
    },
  },
  {
    key: 'lochwald',
    type: 'StationPage',
    parent: 'line',
    shared: {
      picture: image('lochwald-forest'),
      code: 'LOC',
      elevation: 884,
      kilometre: '1.640',
      latitude: 46.7263,
      longitude: 8.2127,
      firstTrain: '07:29:00',
      lastTrain: '18:49:00',
      stepFree: false,
      requestStop: true,
      facilities: ['shelter'],
      reference: '3d1f5f0e-9a54-4b8e-8f2e-0c6d1a2b3c02',
    },
    en: {
      title: 'Lochwald',
      slug: 'lochwald',
      fields: {
        intro: 'A bench, a lamp and two hundred thousand trees. The train stops if you ask it to.',
        openingHours: rows(),
        body: [
          block(
            'paragraph',
            '<p>Nobody lives here, but somebody sweeps the platform. Get off for mushrooms in September, for silence in any month, and for the lower end of the <a linktype="page" id="@page:lantern-path">lantern path</a>.</p>',
          ),
          block('quote', 'I raised my arm and a railway stopped. I have felt important ever since.'),
        ],
      },
    },
    de: {
      title: 'Lochwald',
      slug: 'lochwald',
      fields: {
        intro: 'Eine Bank, eine Lampe und zweihunderttausend Bäume. Der Zug hält, wenn man ihn bittet.',
        openingHours: rows(),
        body: [
          block(
            'paragraph',
            '<p>Hier wohnt niemand, aber jemand fegt den Bahnsteig. Steigen Sie aus: im September für Pilze, in jedem Monat für die Stille.</p>',
          ),
          block('quote', 'Ich hob den Arm, und eine Eisenbahn blieb stehen. Seither fühle ich mich wichtig.'),
        ],
      },
    },
  },
  {
    key: 'sennerei',
    type: 'StationPage',
    parent: 'line',
    shared: {
      picture: image('sennerei-pasture'),
      code: 'SEN',
      elevation: 1246,
      kilometre: '3.310',
      latitude: 46.7322,
      longitude: 8.2251,
      firstTrain: '07:39:00',
      lastTrain: '18:59:00',
      stepFree: true,
      requestStop: false,
      facilities: ['cafe', 'toilets', 'shelter'],
      reference: '3d1f5f0e-9a54-4b8e-8f2e-0c6d1a2b3c03',
    },
    en: {
      title: 'Sennerei',
      slug: 'sennerei',
      fields: {
        intro: 'Three houses, forty cows and a kitchen window that sells cheese.',
        openingHours: rows(
          hours('daily', '08:30:00', '17:30:00', 'Kitchen window, June to September'),
          hours('weekend', '10:00:00', '15:00:00', 'Kitchen window, the rest of the year'),
        ),
        body: [
          block(
            'paragraph',
            '<p>The milk of the day is in the copper by six, and the first train takes the butter down. If you ring the bell at the cellar door, Tobias lets you turn a cheese. It is heavier than it looks.</p>',
          ),
          block('picture', {
            image: image('cheese-cellar'),
            caption: 'Summer cheese, turned and rubbed every second day',
            width: 'wide',
          }),
          block('person', person('tobias')),
        ],
      },
    },
    de: {
      title: 'Sennerei',
      slug: 'sennerei',
      fields: {
        intro: 'Drei Häuser, vierzig Kühe und ein Küchenfenster, das Käse verkauft.',
        openingHours: rows(hours('daily', '08:30:00', '17:30:00', 'Küchenfenster, Juni bis September')),
        body: [
          block(
            'paragraph',
            '<p>Um sechs ist die Milch im Kessel, und der erste Zug nimmt die Butter mit ins Tal. Wer an der Kellertür läutet, darf mit Tobias einen Laib wenden. Er ist schwerer, als er aussieht.</p>',
          ),
          block('picture', {
            image: image('cheese-cellar'),
            caption: 'Sommerkäse, jeden zweiten Tag gewendet und eingerieben',
            width: 'wide',
          }),
        ],
      },
    },
  },
  {
    key: 'alpengarten',
    type: 'StationPage',
    parent: 'line',
    shared: {
      picture: image('garden-terraces'),
      code: 'ALP',
      elevation: 1618,
      kilometre: '5.420',
      latitude: 46.7381,
      longitude: 8.2369,
      firstTrain: '07:51:00',
      lastTrain: '19:11:00',
      stepFree: true,
      requestStop: false,
      facilities: ['toilets', 'cafe', 'water', 'tickets'],
      reference: '3d1f5f0e-9a54-4b8e-8f2e-0c6d1a2b3c04',
    },
    en: {
      title: 'Alpengarten',
      slug: 'alpengarten',
      fields: {
        intro: 'Step off the train and into the second terrace. The gate is the platform’s end.',
        openingHours: rows(hours('daily', '08:00:00', '19:30:00', 'Garden and glasshouse, May to October')),
        body: [
          block(
            'paragraph',
            '<p>The platform is planted on both sides, which delays trains in June: drivers look, too. Watering cans stand under the tap for anyone who feels like it.</p>',
          ),
          block('teaser', page('garden')),
          block(
            'figures',
            list(
              { value: 900, unit: '', label: 'kinds of plants' },
              { value: 1.4, unit: 'ha', label: 'of terraces' },
              { value: 7, unit: 'months', label: 'under snow in a good year' },
            ),
          ),
        ],
      },
    },
    de: {
      title: 'Alpengarten',
      slug: 'alpengarten',
      fields: {
        intro: 'Aus dem Zug direkt auf die zweite Terrasse: Das Tor ist das Ende des Bahnsteigs.',
        openingHours: rows(hours('daily', '08:00:00', '19:30:00', 'Garten und Glashaus, Mai bis Oktober')),
        body: [
          block(
            'paragraph',
            '<p>Der Bahnsteig ist auf beiden Seiten bepflanzt, was im Juni zu Verspätungen führt: Auch Lokführer schauen hin. Unter dem Hahn stehen Gießkannen für alle, die mögen.</p>',
          ),
          block('teaser', page('garden')),
        ],
      },
    },
  },
  {
    key: 'distelgrat',
    type: 'StationPage',
    parent: 'line',
    shared: {
      picture: image('summit-above-clouds'),
      code: 'DIS',
      elevation: 1934,
      kilometre: '6.800',
      latitude: 46.7416,
      longitude: 8.2438,
      firstTrain: '08:01:00',
      lastTrain: '19:21:00',
      stepFree: false,
      requestStop: false,
      facilities: ['cafe', 'toilets', 'beds', 'shelter'],
      reference: '3d1f5f0e-9a54-4b8e-8f2e-0c6d1a2b3c05',
    },
    en: {
      title: 'Distelgrat',
      slug: 'distelgrat',
      fields: {
        intro: 'The end of the rails and the beginning of everything else: eleven peaks, two lakes, and soup.',
        openingHours: rows(
          hours('daily', '08:00:00', '19:00:00', 'Summit house'),
          hours('weekend', '08:00:00', '22:30:00', 'Summit house, on evenings with a late train'),
        ),
        body: [
          block(
            'paragraph',
            '<p>The summit house has eighteen beds, one long table and a small dome with a telescope. On about sixty days a year it stands above the clouds. We cannot book those for you; the <a linktype="page" id="@page:contact">telephone</a> knows in the morning.</p>',
          ),
          block('illustration', {
            image: image('ridge-walk'),
            decorative: false,
            alt_text: 'The path along the ridge, a minute from the last buffer',
          }),
          block('teaser', page('ridge-walk')),
        ],
      },
    },
    de: {
      title: 'Distelgrat',
      slug: 'distelgrat',
      fields: {
        intro: 'Das Ende der Schienen und der Anfang von allem anderen: elf Gipfel, zwei Seen und Suppe.',
        openingHours: rows(hours('daily', '08:00:00', '19:00:00', 'Berghaus')),
        body: [
          block(
            'paragraph',
            '<p>Das Berghaus hat achtzehn Betten, einen langen Tisch und eine kleine Kuppel mit Fernrohr. An etwa sechzig Tagen im Jahr steht es über den Wolken. Buchen lässt sich das nicht; am Morgen weiß es das <a linktype="page" id="@page:contact">Telefon</a>.</p>',
          ),
          block('teaser', page('ridge-walk')),
        ],
      },
    },
  },
];
