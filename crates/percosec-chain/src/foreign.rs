//! What one program reads of another's account, where it can't depend on the other's crate: the insurance pool is
//! called by those that it reads. The owners assert at compile time that their layouts are the ones read here.
use crate::ids::{INSOLVENCY_HANDLER, PREMIUM_MANAGER, SYSTEM_PROGRAM};
use anchor_lang::prelude::*;

/// An account of which each market has one, at a PDA of `seed` and the market, that starts with the market's address.
pub struct PerMarket {
    pub program: Address,
    pub seed: &'static [u8],
    pub discriminator: [u8; 8],
}

pub const MARKET_CLAIMS: PerMarket = PerMarket {
    program: INSOLVENCY_HANDLER,
    seed: b"market_claims",
    discriminator: [125, 137, 148, 51, 45, 207, 217, 157],
};
pub const MARKET_CLAIMS_SEEN_DEFICIT: usize = 40;
pub const MARKET_CLAIMS_BUFFER_USED: usize = 48;

pub const PREMIUM_STATE: PerMarket = PerMarket {
    program: PREMIUM_MANAGER,
    seed: b"premium_state",
    discriminator: [18, 49, 123, 156, 142, 136, 236, 50],
};
pub const PREMIUM_STATE_TREASURY: usize = 168;
pub const PREMIUM_STATE_ACCRUED: usize = 200;

impl PerMarket {
    /// The canonical bump of this account of `market`.
    pub fn find_bump(&self, market: &Address) -> u8 {
        find_program_address(&[self.seed, market.as_ref()], &self.program).1
    }

    /// Whether `account` is this one of `market`: only its program writes the discriminator, and it does so at one
    /// address a market, so what the account says of itself proves the address without hashing for it.
    #[inline(always)]
    pub fn is(&self, account: &AccountView, market: &Address) -> bool {
        account.owned_by(&self.program)
            // SAFETY: read at once, before any call.
            && unsafe { account.borrow_unchecked() }.get(..40).is_some_and(|head| {
                let (discriminator, of) = head.split_at(8);
                discriminator == self.discriminator && of == market.as_ref()
            })
    }

    /// Whether `account`, which is this one, names `address` at `offset`.
    pub fn names(&self, account: &AccountView, offset: usize, address: &Address) -> bool {
        // SAFETY: read at once, before any call.
        let data = unsafe { account.borrow_unchecked() };
        offset.checked_add(32).and_then(|end| data.get(offset..end)) == Some(address.as_ref())
    }

    /// The account's fields; `None` where it isn't initialized yet, which its address then has to prove.
    #[inline(always)]
    pub fn read<'a>(&self, account: &'a AccountView, market: &Address, bump: u8) -> Result<Option<Fields<'a>>> {
        if self.is(account, market) {
            // SAFETY: this program can't write to another's account, and reads before it calls.
            return Ok(Some(Fields(unsafe { account.borrow_unchecked() })));
        }
        self.absent(account, market, bump)
    }

    #[cold]
    fn absent<'a>(&self, account: &AccountView, market: &Address, bump: u8) -> Result<Option<Fields<'a>>> {
        let expected = create_program_address(&[self.seed, market.as_ref(), &[bump]], &self.program)?;
        require_keys_eq!(*account.address(), expected, ErrorCode::ConstraintSeeds);
        require!(
            account.owned_by(&SYSTEM_PROGRAM) && account.is_data_empty(),
            ErrorCode::ConstraintOwner
        );
        Ok(None)
    }
}

/// The bytes of an account of another program.
pub struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    /// A `u64` field; 0 past the end, which the owner's layout rules out.
    #[inline(always)]
    pub fn u64(&self, offset: usize) -> u64 {
        let mut bytes = [0; 8];
        if let Some(field) = offset.checked_add(8).and_then(|end| self.0.get(offset..end)) {
            bytes.copy_from_slice(field);
        }
        u64::from_le_bytes(bytes)
    }
}
