import '@fontsource-variable/schibsted-grotesk/wght.css';
import '@fontsource-variable/newsreader/wght.css';
