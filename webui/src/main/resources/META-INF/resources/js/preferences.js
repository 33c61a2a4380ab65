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
  chooseLanguage(cookie, code, entries) {
    remember(cookie, code);
    if (entries && entries !== location.search) {
      history.replaceState(history.state, '', location.pathname + entries);
    }
    location.reload();
  },
};

// Vaadin shows a bar and no words while it waits for the server.
const PATIENCE_MILLIS = 4000;
const notice = document.createElement('div');
notice.className = 'server-away';
notice.setAttribute('role', 'alert');
let patience;

const say = (words) => {
  notice.textContent = words || '';
  if (words && !notice.isConnected) {
    document.body.append(notice);
  } else if (!words) {
    notice.remove();
  }
};

const follow = (state) => {
  const words = document.documentElement.dataset;
  clearTimeout(patience);
  if (state === 'loading') {
    patience = setTimeout(() => say(words.slow), PATIENCE_MILLIS);
  } else {
    say({ reconnecting: words.reconnecting, 'connection-lost': words.lost }[state]);
  }
};

const watch = () => {
  const connection = window.Vaadin && window.Vaadin.connectionState;
  if (connection) {
    connection.addStateChangeListener((_, now) => follow(now));
  } else {
    setTimeout(watch, 500);
  }
};
watch();
