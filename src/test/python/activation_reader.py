"""Reads docs/protocol/activation-vectors.json and computes every example anew from docs/protocol/activation.md alone.

Nothing but Python's own library is used and nothing of the portal: what this program cannot follow, no phone can.
Prints one line per example and ends with 0 when all agree.
"""

import hashlib
import hmac
import json
import sys

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DAMM = ("0317598642 7092154863 4206871359 1750983426 6123045978 "
        "3674209581 5869720134 8945362017 9438617205 2581436790").split()
STEP = 29921760  # 2026-11-22T00:00:30Z in minutes


def damm(number, digits):
    interim = number
    for digit in digits:
        interim = int(DAMM[interim][int(digit)])
    return str(interim)


def crc10(number, letters):
    register = 0
    for value in [number] + [LETTERS.index(letter) for letter in letters]:
        register ^= value << 5
        for _ in range(5):
            carry = register & 0x200
            register = (register << 1) & 0x3FF
            if carry:
                register ^= 0x009
    return LETTERS[register >> 5] + LETTERS[register & 31]


def hkdf(material, salt, info, length):
    prk = hmac.new(salt, material, hashlib.sha256).digest()
    done, block, counter = b"", b"", 1
    while len(done) < length:
        block = hmac.new(prk, block + info + bytes([counter]), hashlib.sha256).digest()
        done += block
        counter += 1
    return done[:length]


def context(reference, kind, digits, period, hash_code=2):
    return (b"ramzineh activation v1\0" + bytes([len(reference)]) + reference.encode()
            + bytes([kind, hash_code, digits]) + period.to_bytes(2, "big"))


def material(parts):
    return b"".join(bytes([i + 1]) + len(part).to_bytes(2, "big") + part for i, part in enumerate(parts))


def key_of(parts, ctx):
    return hkdf(material(parts), b"ramzineh activation parts v1", ctx, 32)


def totp(key, digits, step=STEP):
    digest = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha256).digest()
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset:offset + 4], "big") & 0x7FFFFFFF
    return str(number % 10 ** digits).zfill(digits)


def base64url(data):
    import base64
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def computed(given):
    """The examples of the file, out of their inputs."""
    scanned = bytes(range(32))
    ctx = context("7KQ2M9XA", 2, 8, 60)
    typed = given["typedParts"]
    part1 = typed["part1Content"] + damm(1, typed["part1Content"])
    part2 = typed["part2Content"] + crc10(2, typed["part2Content"])
    yield "typedParts", {"part1": part1, "part2": part2}

    def example(parts):
        key = key_of(parts, ctx)
        return {"context": ctx.hex(), "material": material(parts).hex(), "key": key.hex(), "code": totp(key, 8)}

    yield "twoTypedParts", example([part1.encode(), part2.encode()])
    yield "scannedPart", example([scanned])
    yield "scannedAndTyped", example([scanned, ("8305512" + damm(2, "8305512")).encode()])

    atm = given["receiptAndSms"]
    receipt, sms = atm["receipt"], atm["sms"]
    assert len(receipt) == 8 and len(sms) == 114
    assert damm(1, receipt[:-1]) == receipt[-1], "part 1 is mistyped"
    assert crc10(2, sms[:-2]) == sms[-2:], "part 2 is mistyped"
    parts_ctx = context("parts", 2, 7, 60)
    key = key_of([receipt.encode(), sms.encode()], parts_ctx)
    yield "receiptAndSms", {
        "context": parts_ctx.hex(),
        "material": material([receipt.encode(), sms.encode()]).hex(),
        "key": key.hex(),
        "reference": base64url(hkdf(key, b"ramzineh reference v1", parts_ctx, 16)),
        "code": totp(key, 7),
    }

    serial = given["serialAndSms"]
    yield "serialAndSms", {
        "serial": serial["serialContent"] + damm(1, serial["serialContent"]),
        "code": serial["codeContent"] + damm(2, serial["codeContent"]),
    }

    pin = given["personalPin"]
    key = bytes.fromhex(pin["key"])

    def opened(digits):
        return hkdf(key, b"ramzineh personal pin v1", digits.encode(), len(key))

    yield "personalPin", {
        "keyOfCodes": opened(pin["pin"]).hex(),
        "code": totp(opened(pin["pin"]), 7),
        "codeOfPin28406194": totp(opened("28406194"), 7),
    }


def main(path):
    with open(path, encoding="utf-8") as file:
        given = json.load(file)
    wrong = 0
    for name, values in computed(given):
        for field, value in values.items():
            if given[name][field] != value:
                wrong += 1
                print("%s.%s differs" % (name, field))
        print("%s read" % name)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
