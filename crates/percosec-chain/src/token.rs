//! The legacy SPL Token program: its accounts as they lie in memory, its instructions from the stack.
use crate::cpi::{invoke, readonly, writable};
use crate::ids::TOKEN_PROGRAM;
use crate::pda;
use anchor_lang::prelude::*;

pub const ACCOUNT_LEN: usize = 165;
pub const MINT_LEN: usize = 82;

/// The token program's instructions, by their first byte.
const TRANSFER: u8 = 3;
const MINT_TO: u8 = 7;
const BURN: u8 = 8;
const INITIALIZE_ACCOUNT_3: u8 = 18;
const INITIALIZE_MINT_2: u8 = 20;

/// Where things lie in a token account, and in a mint.
const AMOUNT: usize = 64;
const STATE: usize = 108;
const DECIMALS: usize = 44;
const IS_INITIALIZED: usize = 45;

const INITIALIZED: u8 = 1;

/// A token account's fields that the programs decide by.
pub struct TokenAccount<'a> {
    data: &'a [u8; ACCOUNT_LEN],
}

impl<'a> TokenAccount<'a> {
    /// `None` unless the account is an initialized or frozen one of the legacy token program.
    #[inline(always)]
    pub fn read(account: &'a AccountView) -> Option<Self> {
        if !account.owned_by(&TOKEN_PROGRAM) {
            return None;
        }
        // SAFETY: the slice is read before any call that could write to the account.
        let data: &[u8; ACCOUNT_LEN] = unsafe { account.borrow_unchecked() }.try_into().ok()?;
        (data[STATE] != 0).then_some(Self { data })
    }

    #[inline(always)]
    pub fn mint(&self) -> &'a [u8] {
        &self.data[..32]
    }

    #[inline(always)]
    pub fn amount(&self) -> u64 {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&self.data[AMOUNT..AMOUNT + 8]);
        u64::from_le_bytes(bytes)
    }

    /// Neither frozen nor unfinished.
    #[inline(always)]
    pub fn is_usable(&self) -> bool {
        self.data[STATE] == INITIALIZED
    }
}

/// What `account` holds; 0 where it is no token account.
#[inline(always)]
pub fn balance(account: &AccountView) -> u64 {
    TokenAccount::read(account).map_or(0, |a| a.amount())
}

/// Whether a transfer of `mint` into `account` can succeed.
pub fn can_receive(account: &AccountView, mint: &Address) -> bool {
    TokenAccount::read(account).is_some_and(|a| a.is_usable() && a.mint() == mint.as_ref())
}

/// The decimals of a mint of the legacy token program; `None` for anything else, Token-2022 included.
pub fn mint_decimals(account: &AccountView) -> Option<u8> {
    if !account.owned_by(&TOKEN_PROGRAM) {
        return None;
    }
    // SAFETY: read at once, before any call.
    let data: &[u8; MINT_LEN] = unsafe { account.borrow_unchecked() }.try_into().ok()?;
    (data[IS_INITIALIZED] == INITIALIZED).then_some(data[DECIMALS])
}

/// Moves `amount`. `seeds` sign where the authority is a PDA of the caller.
#[inline(always)]
pub fn transfer(
    from: &AccountView,
    to: &AccountView,
    authority: &AccountView,
    amount: u64,
    seeds: &[&[u8]],
) {
    move_amount(
        TRANSFER,
        [writable(from), writable(to), readonly(authority).signing()],
        amount,
        seeds,
    );
}

#[inline(always)]
pub fn mint_to(
    mint: &AccountView,
    to: &AccountView,
    authority: &AccountView,
    amount: u64,
    seeds: &[&[u8]],
) {
    move_amount(
        MINT_TO,
        [writable(mint), writable(to), readonly(authority).signing()],
        amount,
        seeds,
    );
}

#[inline(always)]
pub fn burn(
    from: &AccountView,
    mint: &AccountView,
    authority: &AccountView,
    amount: u64,
    seeds: &[&[u8]],
) {
    move_amount(
        BURN,
        [
            writable(from),
            writable(mint),
            readonly(authority).signing(),
        ],
        amount,
        seeds,
    );
}

#[inline(always)]
fn move_amount(tag: u8, metas: [crate::cpi::Meta<'_>; 3], amount: u64, seeds: &[&[u8]]) {
    let mut data = [tag; 9];
    data[1..].copy_from_slice(&amount.to_le_bytes());
    invoke(&TOKEN_PROGRAM, &data, metas, seeds);
}

/// Creates a token account for `owner` at `program`'s PDA of `seeds`; returns its bump.
pub fn create_account(
    payer: &AccountView,
    account: &AccountView,
    mint: &AccountView,
    owner: &Address,
    seeds: &[&[u8]],
    program: &Address,
) -> Result<u8> {
    let bump = pda::create(payer, account, ACCOUNT_LEN, &TOKEN_PROGRAM, seeds, program)?;
    let mut data = [INITIALIZE_ACCOUNT_3; 33];
    data[1..].copy_from_slice(owner.as_ref());
    invoke(
        &TOKEN_PROGRAM,
        &data,
        [writable(account), readonly(mint)],
        &[],
    );
    Ok(bump)
}

/// Creates a mint, without a freeze authority, at `program`'s PDA of `seeds`; returns its bump.
pub fn create_mint(
    payer: &AccountView,
    mint: &AccountView,
    decimals: u8,
    authority: &Address,
    seeds: &[&[u8]],
    program: &Address,
) -> Result<u8> {
    let bump = pda::create(payer, mint, MINT_LEN, &TOKEN_PROGRAM, seeds, program)?;
    let mut data = [0; 35];
    data[0] = INITIALIZE_MINT_2;
    data[1] = decimals;
    data[2..34].copy_from_slice(authority.as_ref());
    invoke(&TOKEN_PROGRAM, &data, [writable(mint)], &[]);
    Ok(bump)
}
