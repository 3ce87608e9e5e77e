// What the portal tells every phone about the banks: names, colours, and the shapes of codes and parts. Kept offline with the app.

/**
 * @typedef {{fa: string, en: string}} Words
 * @typedef {{from: string, to: string, ink: string}} Paint
 * @typedef {{length: number, alphabet: 'digits' | 'letters'}} Shape
 * @typedef {{digits: number, periodSeconds: number}} CodeShape
 * @typedef {object} Bank
 * @property {string} key
 * @property {Words} name
 * @property {string[]} bins
 * @property {{light: Paint, dark: Paint}} colours
 * @property {{first: CodeShape, second: CodeShape}} passwords
 * @property {Words} financialOnly
 * @property {Shape | null} smsCode the code that comes by SMS alone or with a serial number
 * @property {{receipt: Shape, sms: Shape} | null} receipt
 * @property {Shape | null} serial
 * @property {boolean} cardAndCode whether an ATM of the bank sends codes for the number of a card
 * @property {number} pinDigits
 * @property {{lives: number[], limits: number[]} | null} boundCodes
 */

/** @type {Bank[]} */
let banks = [];

export async function loadBanks() {
    const answer = await fetch('banks.json');
    if (answer.ok) {
        banks = (await answer.json()).banks;
    }
}

/** @returns {readonly Bank[]} */
export function allBanks() {
    return banks;
}

/** @param {string} key */
export function bankOf(key) {
    return banks.find((bank) => bank.key === key);
}

/**
 * The bank of a card by the longest prefix that fits.
 *
 * @param {string} card digits
 */
export function bankOfCard(card) {
    for (const length of [8, 6]) {
        const found = card.length >= length && banks.find((bank) => bank.bins.includes(card.slice(0, length)));
        if (found) {
            return found;
        }
    }
    return undefined;
}
