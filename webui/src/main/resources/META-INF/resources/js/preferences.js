// What a visitor prefers is kept in cookies, so that the server can write the first byte of the
// next page in the right language and colours.
const YEAR_SECONDS = 365 * 24 * 60 * 60;

const remember = (name, value) => {
  document.cookie = `${name}=${value};path=/;max-age=${YEAR_SECONDS};samesite=lax`;
};

const isDark = () => {
  const chosen = document.documentElement.style.colorScheme;
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
};

window.drivetrain = {
  toggleColorScheme(cookie) {
    const scheme = isDark() ? 'light' : 'dark';
    document.documentElement.style.colorScheme = scheme;
    document.documentElement.setAttribute('theme', scheme);
    remember(cookie, scheme);
  },
  chooseLanguage(cookie, code) {
    remember(cookie, code);
    location.reload();
  },
};
