// Small custom elements of package ui. They hold no business rule: times come from the server, texts from attributes.

const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';
const show = (text, persian) => (persian ? String(text).replace(/\d/g, (d) => PERSIAN[d]) : String(text));
const toLatin = (text) =>
    text.replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0).replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660);

/**
 * Counts down what the server said is left. Neither sleep nor a changed wall clock may extend it, so the larger of two
 * clocks counts; when the page comes back to the front, the server is asked again.
 */
class Countdown extends HTMLElement {
    static observedAttributes = ['remaining', 'total'];

    connectedCallback() {
        this.setAttribute('role', 'timer');
        this.wake = () => {
            if (document.visibilityState === 'visible') {
                this.tick();
                this.dispatchEvent(new CustomEvent('resync'));
            }
        };
        document.addEventListener('visibilitychange', this.wake);
        this.restart();
    }

    disconnectedCallback() {
        clearInterval(this.timer);
        document.removeEventListener('visibilitychange', this.wake);
    }

    attributeChangedCallback() {
        if (this.isConnected) this.restart();
    }

    restart() {
        this.left = Number(this.getAttribute('remaining') || 0);
        this.total = Math.max(Number(this.getAttribute('total') || this.left), 1);
        this.monotonic = performance.now();
        this.wall = Date.now();
        this.over = false;
        clearInterval(this.timer);
        this.timer = setInterval(() => this.tick(), 250);
        this.tick();
    }

    tick() {
        const passed = Math.max(performance.now() - this.monotonic, Date.now() - this.wall, 0);
        const left = Math.max(this.left - passed, 0);
        this.draw(left);
        if (left === 0 && !this.over) {
            this.over = true;
            clearInterval(this.timer);
            this.dispatchEvent(new CustomEvent('finished'));
        }
    }

    draw(left) {
        if (!this.label) {
            this.innerHTML =
                '<svg viewBox="0 0 36 36" aria-hidden="true"><circle cx="18" cy="18" r="15.9"></circle>' +
                '<circle class="left" cx="18" cy="18" r="15.9" pathLength="100"></circle></svg><span></span>';
            this.label = this.querySelector('span');
            this.arc = this.querySelector('.left');
        }
        const seconds = Math.ceil(left / 1000);
        const minutes = Math.floor(seconds / 60);
        const bare = this.getAttribute('size') === 'large' && minutes === 0;
        const clock = !bare ? `${minutes}:${String(seconds % 60).padStart(2, '0')}` : String(seconds);
        const persian = document.documentElement.lang === 'fa';
        const text = (this.getAttribute('pattern') || '{0}').replace('{0}', '\u2066' + show(clock, persian) + '\u2069');
        if (this.label.textContent !== text) this.label.textContent = text;
        this.arc.style.strokeDasharray = `${(100 * left) / this.total} 100`;
    }
}
customElements.define('ramzineh-countdown', Countdown);

/** Whether a request holds nothing but what countdowns ask by themselves; the server does not count it either. */
const askedByThePage = (body) => {
    try {
        const calls = JSON.parse(body).rpc;
        const own = (call) => call.type === 'event' && ['resync', 'finished'].includes(call.event);
        return calls.length > 0 && calls.every(own);
    } catch {
        return false;
    }
};

/** Warns before the server signs an idle customer out. Any tab's activity counts; heartbeats and push do not. */
class IdleWarning extends HTMLElement {
    connectedCallback() {
        this.warnAfter = Number(this.getAttribute('warn-after-seconds')) * 1000;
        this.endAfter = Number(this.getAttribute('end-after-seconds')) * 1000;
        this.channel = new BroadcastChannel('ramzineh-activity');
        this.channel.onmessage = () => this.active(false);
        this.watchRequests();
        this.active(true);
        this.timer = setInterval(() => this.tick(), 1000);
    }

    disconnectedCallback() {
        clearInterval(this.timer);
        this.channel.close();
        this.unwatch?.();
    }

    watchRequests() {
        const send = XMLHttpRequest.prototype.send;
        const open = XMLHttpRequest.prototype.open;
        const idle = this;
        XMLHttpRequest.prototype.open = function (method, url, ...rest) {
            this.ramzinehUrl = String(url);
            return open.call(this, method, url, ...rest);
        };
        XMLHttpRequest.prototype.send = function (body) {
            if (this.ramzinehUrl?.includes('v-r=uidl') && !askedByThePage(body)) idle.active(true);
            return send.call(this, body);
        };
        this.unwatch = () => {
            XMLHttpRequest.prototype.send = send;
            XMLHttpRequest.prototype.open = open;
        };
    }

    active(tell) {
        this.since = Date.now();
        if (tell) this.channel.postMessage('active');
        this.dialog?.close();
    }

    tick() {
        const idle = Date.now() - this.since;
        if (idle >= this.endAfter + 2000) {
            window.location.assign(this.getAttribute('ended-url'));
        } else if (idle >= this.warnAfter) {
            this.warn(Math.max(this.endAfter - idle, 0));
        }
    }

    warn(left) {
        if (!this.dialog) this.build();
        if (!this.dialog.open) {
            this.countdown.setAttribute('total', this.endAfter - this.warnAfter);
            this.countdown.setAttribute('remaining', left);
            this.dialog.showModal();
        }
    }

    build() {
        const dialog = document.createElement('dialog');
        dialog.className = 'idle-warning';
        dialog.id = 'idle-warning';
        dialog.innerHTML =
            '<h2 id="idle-warning-title"></h2><p></p><ramzineh-countdown></ramzineh-countdown>' +
            '<div class="button-row"><button class="primary" id="idle-warning-stay"></button><button id="idle-warning-sign-out"></button></div>';
        dialog.setAttribute('aria-labelledby', 'idle-warning-title');
        const [stay, out] = dialog.querySelectorAll('button');
        dialog.querySelector('h2').textContent = this.getAttribute('heading');
        dialog.querySelector('p').textContent = this.getAttribute('text');
        stay.textContent = this.getAttribute('stay');
        out.textContent = this.getAttribute('sign-out');
        stay.addEventListener('click', () => this.stay());
        out.addEventListener('click', () => this.dispatchEvent(new CustomEvent('sign-out')));
        dialog.addEventListener('cancel', (event) => {
            event.preventDefault();
            this.stay();
        });
        this.countdown = dialog.querySelector('ramzineh-countdown');
        this.dialog = dialog;
        this.append(dialog);
    }

    stay() {
        this.dialog.close();
        this.dispatchEvent(new CustomEvent('stay'));
    }
}
customElements.define('ramzineh-idle-warning', IdleWarning);

/** What Flow's fields cannot say from Java: attributes of the native input, and digits shown while typing. */
window.ramzineh = {
    /** Hands attributes to the native input once the field has one. */
    input(field, attributes) {
        const apply = () => {
            const input = field.inputElement ?? field.querySelector('input');
            if (!input) return void requestAnimationFrame(apply);
            for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
        };
        customElements.whenDefined(field.localName).then(apply);
    },

    /** Shows a card number in groups of four while the customer types, keeping the caret where it was. */
    groupInFours(field) {
        field.addEventListener(
            'input',
            (event) => {
                const input = event.target;
                if (!(input instanceof HTMLInputElement)) return;
                const before = toLatin(input.value.slice(0, input.selectionStart ?? 0)).replace(/\D/g, '').length;
                const digits = toLatin(input.value).replace(/\D/g, '').slice(0, 19);
                const persian = document.documentElement.lang === 'fa';
                const grouped = show(digits.replace(/(\d{4})(?=\d)/g, '$1 '), persian);
                if (grouped === input.value) return;
                input.value = grouped;
                const caret = before + Math.max(Math.ceil(before / 4) - 1, 0);
                input.setSelectionRange(caret, caret);
            },
            true,
        );
    },

    /** Colour scheme: 'light', 'dark' or '' for what the device prefers. */
    scheme(value) {
        if (value) document.documentElement.dataset.scheme = value;
        else delete document.documentElement.dataset.scheme;
    },

    /** A plain form is sent once: a second press while the answer is on its way does nothing. */
    sendOnce(form) {
        form.addEventListener('submit', (event) => {
            if (form.dataset.sent) return void event.preventDefault();
            form.dataset.sent = 'true';
            form.setAttribute('aria-busy', 'true');
        });
        window.addEventListener('pageshow', () => delete form.dataset.sent);
    },
};

/** Short messages at the foot of the page; one polite and one assertive live region, kept for the life of the page. */
window.ramzineh.toast = (text, kind) => {
    const id = `toasts-${kind}`;
    let region = document.getElementById(id);
    if (!region) {
        region = document.createElement('div');
        region.id = id;
        region.className = 'toasts';
        region.setAttribute('role', kind === 'failure' ? 'alert' : 'status');
        document.body.append(region);
    }
    const toast = document.createElement('p');
    toast.className = `toast toast-${kind}`;
    toast.textContent = text;
    requestAnimationFrame(() => region.append(toast));
    setTimeout(() => toast.remove(), kind === 'failure' ? 12000 : 6000);
};
