//! The legacy SPL Token program: its accounts as they lie in memory, its instructions from the stack.
use crate::cpi::{invoke, readonly, writable};
use crate::ids::TOKEN_PROGRAM;
use anchor_lang::prelude::*;

pub const ACCOUNT_LEN: usize = 165;
pub const MINT_LEN: usize = 82;

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
        (data[108] != 0).then_some(Self { data })
    }

    #[inline(always)]
    pub fn mint(&self) -> &'a [u8] {
        &self.data[..32]
    }

    #[inline(always)]
    pub fn amount(&self) -> u64 {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&self.data[64..72]);
        u64::from_le_bytes(bytes)
    }

    /// Neither frozen nor unfinished.
    #[inline(always)]
    pub fn is_usable(&self) -> bool {
        self.data[108] == INITIALIZED
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
    (data[45] == INITIALIZED).then_some(data[44])
}

/// Moves `amount`. `seeds` sign where the authority is a PDA of the caller.
#[inline(always)]
pub fn transfer(from: &AccountView, to: &AccountView, authority: &AccountView, amount: u64, seeds: &[&[u8]]) {
    move_amount(3, [writable(from), writable(to), readonly(authority).signing()], amount, seeds);
}

#[inline(always)]
pub fn mint_to(mint: &AccountView, to: &AccountView, authority: &AccountView, amount: u64, seeds: &[&[u8]]) {
    move_amount(7, [writable(mint), writable(to), readonly(authority).signing()], amount, seeds);
}

#[inline(always)]
pub fn burn(from: &AccountView, mint: &AccountView, authority: &AccountView, amount: u64, seeds: &[&[u8]]) {
    move_amount(8, [writable(from), writable(mint), readonly(authority).signing()], amount, seeds);
}

#[inline(always)]
fn move_amount(tag: u8, metas: [crate::cpi::Meta<'_>; 3], amount: u64, seeds: &[&[u8]]) {
    let mut data = [tag; 9];
    data[1..].copy_from_slice(&amount.to_le_bytes());
    invoke(&TOKEN_PROGRAM, &data, metas, seeds);
}

/// Creates a token account at a PDA of the caller, for `owner`.
pub fn create_account(
    payer: &AccountView,
    account: &AccountView,
    mint: &AccountView,
    owner: &Address,
    seeds: &[&[u8]],
) -> Result<()> {
    crate::pda::create(payer, account, ACCOUNT_LEN, &TOKEN_PROGRAM, seeds)?;
    // InitializeAccount3
    let mut data = [18; 33];
    data[1..].copy_from_slice(owner.as_ref());
    invoke(&TOKEN_PROGRAM, &data, [writable(account), readonly(mint)], &[]);
    Ok(())
}

/// Creates a mint at a PDA of the caller, without a freeze authority.
pub fn create_mint(
    payer: &AccountView,
    mint: &AccountView,
    decimals: u8,
    authority: &Address,
    seeds: &[&[u8]],
) -> Result<()> {
    crate::pda::create(payer, mint, MINT_LEN, &TOKEN_PROGRAM, seeds)?;
    // InitializeMint2
    let mut data = [0; 35];
    data[0] = 20;
    data[1] = decimals;
    data[2..34].copy_from_slice(authority.as_ref());
    invoke(&TOKEN_PROGRAM, &data, [writable(mint)], &[]);
    Ok(())
}
