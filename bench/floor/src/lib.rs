//! The least that a program can spend on the same calls of the token program: no framework, no check, no state, no
//! event. Never to be deployed: it believes whatever accounts it is given, and that their lengths are
//! the ones it was written for.
//!
//! Data: which instruction (1 byte), the bumps of the PDAs that sign the first and the second call (1 byte each), the
//! amount (8 bytes).
use core::ptr::null;

const SIGNER_SEED: &[u8] = b"floor";
static TOKEN_PROGRAM: [u8; 32] = [
    6, 221, 246, 225, 215, 101, 161, 147, 217, 203, 225, 70, 206, 235, 121, 172, 28, 180, 133, 237,
    95, 91, 55, 145, 58, 140, 245, 133, 126, 255, 0, 169,
];

const TRANSFER: u8 = 3;
const MINT_TO: u8 = 7;
const BURN: u8 = 8;

/// How the runtime lays an account out in a program's input; the data follow, with room to grow.
#[repr(C)]
struct Account {
    duplicate: u8,
    /// Whether it signs, is writable, is a program; a reserved byte. At an odd offset: read as one number.
    flags: [u8; 4],
    reserved: [u8; 3],
    key: [u8; 32],
    owner: [u8; 32],
    lamports: u64,
    data_len: u64,
}
const GROWTH: usize = 10_240;

#[repr(C)]
struct Meta {
    key: *const [u8; 32],
    is_writable: bool,
    is_signer: bool,
}

#[repr(C)]
struct Info {
    key: *const [u8; 32],
    lamports: *const u64,
    data_len: u64,
    data: *const u8,
    owner: *const [u8; 32],
    rent_epoch: u64,
    flags: [u8; 4],
}

#[repr(C)]
struct Instruction {
    program: *const [u8; 32],
    metas: *const Meta,
    metas_len: u64,
    data: *const u8,
    data_len: u64,
}

#[repr(C)]
struct Slice<T> {
    start: *const T,
    len: u64,
}

extern "C" {
    fn sol_invoke_signed_c(
        instruction: *const Instruction,
        infos: *const Info,
        infos_len: u64,
        signers: *const Slice<Slice<u8>>,
        signers_len: u64,
    ) -> u64;
}

#[repr(C)]
pub struct Data {
    tag: u8,
    bumps: [u8; 2],
    amount: [u8; 8],
}

/// Where accounts of these lengths begin in the input.
const fn places<const N: usize>(lengths: [usize; N]) -> [usize; N] {
    let mut places = [0; N];
    let mut next = 8;
    let mut i = 0;
    while i < N {
        places[i] = next;
        let end = next + size_of::<Account>() + lengths[i] + GROWTH;
        // To the next multiple of 8, and over the rent epoch.
        next = (end + 7) / 8 * 8 + 8;
        i += 1;
    }
    places
}

const TOKENS: usize = 165;
const MINT: usize = 82;
/// Wallets, and the PDAs that sign here, which hold nothing.
const NONE: usize = 0;

const DEPOSIT: [usize; 6] = places([TOKENS, TOKENS, NONE, MINT, TOKENS, NONE]);
const WITHDRAW: [usize; 6] = places([TOKENS, MINT, NONE, TOKENS, TOKENS, NONE]);
const TRANSFERS: [usize; 6] = places([TOKENS, TOKENS, NONE, TOKENS, TOKENS, NONE]);

/// # Safety
/// Called by the runtime, with an input of its own layout.
#[no_mangle]
pub unsafe extern "C" fn entrypoint(input: *const u8, data: *const Data) -> u64 {
    let at = |place: usize| input.add(place).cast::<Account>();
    let Data {
        tag,
        bumps: [bump, second_bump],
        amount,
    } = &*data;
    match tag {
        0 => {
            let [a, b, c, d, e, f] = DEPOSIT.map(at);
            call(TRANSFER, [a, b, c], amount, None);
            call(MINT_TO, [d, e, f], amount, Some(second_bump));
        }
        1 => {
            let [a, b, c, d, e, f] = WITHDRAW.map(at);
            call(BURN, [a, b, c], amount, Some(bump));
            call(TRANSFER, [d, e, f], amount, Some(second_bump));
        }
        2 => {
            let [a, b, c, ..] = TRANSFERS.map(at);
            call(TRANSFER, [a, b, c], amount, Some(bump));
        }
        _ => {
            let [a, b, c, d, e, f] = TRANSFERS.map(at);
            call(TRANSFER, [a, b, c], amount, Some(bump));
            call(TRANSFER, [d, e, f], amount, Some(second_bump));
        }
    }
    0
}

/// Two writable accounts and their authority, which is this program's PDA where there is a bump.
#[inline(always)]
unsafe fn call(tag: u8, accounts: [*const Account; 3], amount: &[u8; 8], bump: Option<&u8>) {
    let [first, second, authority] = accounts.map(|account| &raw const (*account).key);
    let metas = [
        Meta {
            key: first,
            is_writable: true,
            is_signer: false,
        },
        Meta {
            key: second,
            is_writable: true,
            is_signer: false,
        },
        Meta {
            key: authority,
            is_writable: false,
            is_signer: true,
        },
    ];
    let infos = accounts.map(|account| Info {
        key: &raw const (*account).key,
        lamports: &raw const (*account).lamports,
        data_len: (*account).data_len,
        data: account.add(1).cast(),
        owner: &raw const (*account).owner,
        rent_epoch: 0,
        flags: (*account).flags,
    });
    let mut data = [tag; 9];
    data[1..].copy_from_slice(amount);
    let instruction = Instruction {
        program: &TOKEN_PROGRAM,
        metas: metas.as_ptr(),
        metas_len: metas.len() as u64,
        data: data.as_ptr(),
        data_len: data.len() as u64,
    };
    let seeds = bump.map(|bump| {
        [
            Slice {
                start: SIGNER_SEED.as_ptr(),
                len: SIGNER_SEED.len() as u64,
            },
            Slice {
                start: bump,
                len: 1,
            },
        ]
    });
    let signer = seeds.as_ref().map(|seeds| Slice {
        start: seeds.as_ptr(),
        len: 2,
    });
    let (signers, signers_len) = signer
        .as_ref()
        .map_or((null(), 0), |signer| (&raw const *signer, 1));
    sol_invoke_signed_c(
        &instruction,
        infos.as_ptr(),
        infos.len() as u64,
        signers,
        signers_len,
    );
}
