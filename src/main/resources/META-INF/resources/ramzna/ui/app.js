// The beginning: takes a scanned link out of the address, shows the right first screen, and keeps the app for the time without a network.
import { loadTexts, t } from './i18n.js';
import { show as showPreferences } from './preferences.js';
import { root, screen, start } from './nav.js';
import { problemText } from './pieces.js';
import { frame, show } from './shell.js';
import { loadBanks } from './banks.js';
import { begin, firstScreen, keepPending, openPending, somethingWaits, watchIdle } from './session.js';
import { keepOffline } from './offline.js';
import { firstRun } from './first-run.js';
import { welcome } from './welcome.js';
import { unlockScreen } from './unlock.js';
import { list } from './list.js';
import { add } from './add.js';
import { linkScreen } from './link.js';
import { scan } from './scan.js';
import { found } from './found.js';
import { receipt } from './receipt.js';
import { serial } from './serial.js';
import { byCard } from './by-card.js';
import { codeScreen } from './code.js';
import { boundScreen } from './bound.js';
import { payment } from './payment.js';
import { renameScreen, tokenScreen } from './token.js';
import { moveConfirm, moveIn, moveOut } from './move.js';
import { biometricsScreen, forgot, passwordScreen, settings } from './settings.js';

const SCREENS = {
    'first-run': firstRun,
    welcome,
    unlock: unlockScreen,
    forgot,
    list,
    add,
    scan,
    link: linkScreen,
    found,
    receipt,
    serial,
    'by-card': byCard,
    code: codeScreen,
    bound: boundScreen,
    payment,
    token: tokenScreen,
    rename: renameScreen,
    'move-in': moveIn,
    'move-out': moveOut,
    'move-confirm': moveConfirm,
    settings,
    biometrics: biometricsScreen,
    password: passwordScreen,
};

/** What stands behind # is a secret: it leaves the address, and with it the history, before anything else happens. */
function takeFragment() {
    const fragment = location.hash.slice(1);
    if (fragment !== '') {
        history.replaceState(null, '', location.pathname);
        keepPending(location.origin + location.pathname + '#' + fragment);
    }
}

async function run() {
    takeFragment();
    showPreferences();
    for (const [name, maker] of Object.entries(SCREENS)) {
        screen(name, maker);
    }
    const begun = begin();
    await Promise.all([loadTexts(), loadBanks().catch(() => undefined)]);
    frame();
    start(show);
    await begun;
    await root(await firstScreen());
    watchIdle();
    addEventListener('hashchange', () => {
        takeFragment();
        void openPending();
    });
    void keepOffline(somethingWaits);
}

run().catch((problem) => {
    const app = document.getElementById('app');
    if (app) {
        app.textContent = t('error.start') + ' ' + problemText(problem);
    }
});
