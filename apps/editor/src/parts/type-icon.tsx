import {
  IconAddressBook, IconAdjustments, IconAlignLeft, IconAnchor, IconArticle, IconBlockquote, IconBold, IconBook, IconBookmark, IconBox, IconBread, IconBriefcase, IconBuilding,
  IconBuildingLighthouse, IconBuildingStore, IconBulb, IconCalendar, IconCalendarEvent, IconCalendarTime, IconCamera, IconCategory, IconChartBar, IconCheckbox, IconChefHat, IconClock,
  IconCode, IconCoin, IconColumns, IconComponents, IconDatabase, IconDots, IconFile, IconFileText, IconFiles, IconFlag, IconFlask, IconFolder, IconFolders, IconForms, IconGlobe, IconGridDots,
  IconHash, IconHeading, IconHeart, IconHelp, IconHome, IconInfoCircle, IconLanguage, IconLayout, IconLayoutGrid, IconLayoutList, IconLeaf, IconLetterCase, IconLink, IconList, IconListCheck, IconListDetails,
  IconMail, IconMap, IconMapPin, IconMenu2, IconMessage, IconMicrophone, IconMovie, IconMusic, IconNews, IconNotebook, IconNote, IconNumber, IconPalette, IconPaperclip, IconPhone, IconPhoto, IconPin, IconPoint,
  IconPlant, IconPuzzle, IconQuote, IconRoute, IconSection, IconSeparatorHorizontal, IconSettings, IconShip, IconShoppingCart, IconSitemap, IconSlideshow, IconStar, IconTable, IconTableOptions,
  IconTag, IconTags, IconTicket, IconTimelineEvent, IconToggleLeft, IconTools, IconTypography, IconUser, IconUsers, IconVideo, IconWorld, type Icon,
} from '@tabler/icons-react';

/** The icons a content type or block may name. Others fall back to a plain one, so that the bundle stays small. */
const icons: Record<string, Icon> = {
  'address-book': IconAddressBook, adjustments: IconAdjustments, 'align-left': IconAlignLeft, anchor: IconAnchor, article: IconArticle, blockquote: IconBlockquote, bold: IconBold,
  book: IconBook, bookmark: IconBookmark, box: IconBox, bread: IconBread, briefcase: IconBriefcase, building: IconBuilding, 'building-lighthouse': IconBuildingLighthouse,
  'building-store': IconBuildingStore, bulb: IconBulb, calendar: IconCalendar, 'calendar-event': IconCalendarEvent, 'calendar-time': IconCalendarTime, camera: IconCamera,
  category: IconCategory, 'chart-bar': IconChartBar, checkbox: IconCheckbox, 'chef-hat': IconChefHat, clock: IconClock, code: IconCode, coin: IconCoin, columns: IconColumns,
  components: IconComponents, database: IconDatabase, dots: IconDots, file: IconFile, 'file-text': IconFileText, files: IconFiles, flag: IconFlag, flask: IconFlask, folder: IconFolder,
  folders: IconFolders, forms: IconForms, globe: IconGlobe, 'grid-dots': IconGridDots, hash: IconHash, heading: IconHeading, heart: IconHeart, help: IconHelp, home: IconHome,
  'info-circle': IconInfoCircle, language: IconLanguage, layout: IconLayout, 'layout-grid': IconLayoutGrid, 'layout-list': IconLayoutList, leaf: IconLeaf, 'letter-case': IconLetterCase, link: IconLink,
  list: IconList, 'list-check': IconListCheck, 'list-details': IconListDetails, mail: IconMail, map: IconMap, 'map-pin': IconMapPin, 'menu-2': IconMenu2, message: IconMessage,
  microphone: IconMicrophone, movie: IconMovie, music: IconMusic, news: IconNews, notebook: IconNotebook, note: IconNote, number: IconNumber, palette: IconPalette, paperclip: IconPaperclip,
  phone: IconPhone, photo: IconPhoto, pin: IconPin, point: IconPoint, plant: IconPlant, puzzle: IconPuzzle, quote: IconQuote, route: IconRoute, section: IconSection,
  'separator-horizontal': IconSeparatorHorizontal, settings: IconSettings, ship: IconShip, 'shopping-cart': IconShoppingCart, sitemap: IconSitemap, slideshow: IconSlideshow,
  star: IconStar, table: IconTable, 'table-options': IconTableOptions, tag: IconTag, tags: IconTags, ticket: IconTicket, 'timeline-event': IconTimelineEvent, 'toggle-left': IconToggleLeft,
  tools: IconTools, typography: IconTypography, user: IconUser, users: IconUsers, video: IconVideo, world: IconWorld,
};

/** The icon of a content type or block, by its Tabler name. */
export function TypeIcon({ name, size = 18, fallback = 'file-text' }: { name: string | null; size?: number; fallback?: string }) {
  const Shape = (name ? icons[name] : undefined) ?? icons[fallback] ?? IconFileText;
  return <Shape size={size} stroke={1.75} aria-hidden />;
}
