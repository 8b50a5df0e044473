import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const heather: MantineColorsTuple = [
  '#FBF4F9',
  '#F7EAF3',
  '#EBCFE2',
  '#DDB3CF',
  '#E5A6D0',
  '#C771AE',
  '#B24F97',
  '#A3438A',
  '#86306C',
  '#6E2458',
];
const moss: MantineColorsTuple = [
  '#F0F8F0',
  '#E3F1E3',
  '#CFEBD1',
  '#A6DBAE',
  '#77CB8B',
  '#4FAE67',
  '#358F4D',
  '#2B803F',
  '#23703A',
  '#195629',
];
const sky: MantineColorsTuple = [
  '#F1F6FC',
  '#E4EEF8',
  '#C8DDF2',
  '#A9CDF3',
  '#86BCF2',
  '#5C9BD9',
  '#3C7DBE',
  '#2D6DAE',
  '#215F9E',
  '#16487B',
];
const gorse: MantineColorsTuple = [
  '#FDF8EA',
  '#FBF0D5',
  '#F3DFAC',
  '#E7CE94',
  '#EBBB57',
  '#D9A032',
  '#B57A0A',
  '#9A6605',
  '#7F5300',
  '#5E3E00',
];
const rowan: MantineColorsTuple = [
  '#FEF4F2',
  '#FCE9E6',
  '#FAD5D0',
  '#EDB9B2',
  '#FF9C90',
  '#E2685C',
  '#C8453B',
  '#BB362D',
  '#AE2A22',
  '#871C16',
];
const gray: MantineColorsTuple = [
  '#F5F7F3',
  '#ECEFEA',
  '#DDE2DA',
  '#C7CFC2',
  '#A4ADA0',
  '#80897D',
  '#5F685D',
  '#454D44',
  '#2C332B',
  '#1B211B',
];
const dark: MantineColorsTuple = [
  '#EBEFE8',
  '#BCC4B8',
  '#969F92',
  '#757F72',
  '#414A40',
  '#2C322B',
  '#232823',
  '#191D19',
  '#131713',
  '#0F120F',
];

/** Pipit's look as a Mantine theme. Values that change with scheme, contrast or density are tokens (`tokens.css`). */
export const theme = createTheme({
  colors: { heather, moss, sky, gorse, rowan, gray, dark },
  primaryColor: 'heather',
  primaryShade: { light: 8, dark: 6 },
  white: '#FEFEFD',
  black: '#1B211B',
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font-content)', fontWeight: '480' },
  fontSizes: { xs: '0.71875rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.39', sm: '1.385', md: '1.43', lg: '1.5', xl: '1.45' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '0.3125rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1rem' },
  defaultRadius: 'sm',
  shadows: { sm: 'var(--e1)', md: 'var(--e2)', xl: 'var(--e3)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: false,
  components: {
    Button: { defaultProps: { variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 32, color: 'gray' } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    Modal: {
      defaultProps: {
        radius: 'lg',
        centered: false,
        overlayProps: { backgroundOpacity: 1 },
        transitionProps: { duration: 180 },
      },
    },
    Drawer: { defaultProps: { radius: 'lg', offset: 8, position: 'right', transitionProps: { duration: 260 } } },
    Tooltip: { defaultProps: { openDelay: 500, withArrow: false } },
    Menu: {
      defaultProps: { shadow: 'md', width: 'max-content', position: 'bottom-end', transitionProps: { duration: 120 } },
    },
    Popover: { defaultProps: { shadow: 'md' } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--sheet)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-placeholder': 'var(--ink3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--raised-hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-heather-filled': 'var(--accent-fill)',
  '--mantine-color-heather-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-heather-light': 'var(--accent-soft)',
  '--mantine-color-heather-light-color': 'var(--accent)',
  '--mantine-color-heather-text': 'var(--accent)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
};

/** Points Mantine's own variables at the tokens, so there is one set of values. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: shared, light: shared, dark: shared });
