// Every window begins with these: bundled Khmer fonts (nothing is fetched), tokens, base.
import '@fontsource/kantumruy-pro/400.css';
import '@fontsource/kantumruy-pro/600.css';
import '@fontsource/kantumruy-pro/700.css';
import '@fontsource/noto-sans-khmer/400.css';
import '@fontsource/noto-sans-khmer/600.css';
import './fonts.css';
import './tokens.css';
import './base.css';
