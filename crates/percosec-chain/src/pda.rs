//! Program-derived addresses: found once, when an account is made; compared ever after.
use crate::ids::SYSTEM_PROGRAM;
use anchor_lang::bytemuck::Pod;
use anchor_lang::prelude::*;
use core::marker::PhantomData;
use core::ops::Deref;

/// No account of the protocol has more seeds than this, the bump with them.
const MAX_SEEDS: usize = 5;

/// The canonical PDA of `seeds`, and its bump. One copy of a long search.
#[inline(never)]
pub fn find(seeds: &[&[u8]], program: &Address) -> (Address, u8) {
    find_program_address(seeds, program)
}

/// Creates `account`, which has to be `program`'s canonical PDA of `seeds`, at `space` zeroed bytes, for `owner`;
/// returns its bump.
///
/// Lamports that somebody sent to the address beforehand count towards the rent.
#[inline(never)]
pub fn create(
    payer: &AccountView,
    account: &AccountView,
    space: usize,
    owner: &Address,
    seeds: &[&[u8]],
    program: &Address,
) -> Result<u8> {
    let (expected, bump) = find(seeds, program);
    require!(*account.address() == expected, ErrorCode::ConstraintSeeds);
    // The system program would refuse too, with less of a name.
    require!(
        account.owned_by(&SYSTEM_PROGRAM) && account.is_data_empty(),
        ProgramError::AccountAlreadyInitialized
    );
    let bump = [bump];
    let mut signer: [&[u8]; MAX_SEEDS] = [&bump; MAX_SEEDS];
    for (slot, seed) in signer.iter_mut().zip(seeds) {
        *slot = seed;
    }
    let signer = signer
        .get(..seeds.len().saturating_add(1))
        .ok_or(ProgramError::MaxSeedLengthExceeded)?;
    create_account_signed(payer, account, space, owner, signer)?;
    Ok(bump[0])
}

/// The account of a `T` that the instruction makes, or may find made. Nothing is checked when it is loaded.
pub struct New<T> {
    view: AccountView,
    of: PhantomData<T>,
}

impl<T> Clone for New<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for New<T> {}

impl<T> New<T>
where
    T: Owner + Discriminator + Pod,
{
    /// Creates the account at the PDA of `seeds`; hands out the zeroed struct and its bump.
    pub fn create(&self, payer: &AccountView, seeds: &[&[u8]]) -> Result<(Account<T>, u8)> {
        let space = T::DISCRIMINATOR
            .len()
            .saturating_add(core::mem::size_of::<T>());
        let bump = create(payer, &self.view, space, &T::OWNER, seeds, &T::OWNER)?;
        let mut view = self.view;
        // SAFETY: the account was made by the call above, so nothing else has borrowed its data.
        unsafe {
            view.borrow_unchecked_mut()
                .get_mut(..T::DISCRIMINATOR.len())
                .ok_or(ProgramError::AccountDataTooSmall)?
                .copy_from_slice(T::DISCRIMINATOR);
            Ok((Account::load_mut_after_init(self.view)?, bump))
        }
    }
}

impl<T> AnchorAccount for New<T> {
    type Data = AccountView;

    #[inline(always)]
    fn load(view: AccountView) -> Result<Self> {
        Ok(Self {
            view,
            of: PhantomData,
        })
    }

    #[inline(always)]
    fn account(&self) -> &AccountView {
        &self.view
    }
}

impl<T> Deref for New<T> {
    type Target = AccountView;

    #[inline(always)]
    fn deref(&self) -> &AccountView {
        &self.view
    }
}

/// In the IDL it is what it will be.
impl<T: IdlAccountType> IdlAccountType for New<T> {
    fn __register_idl_deps(
        accounts: &mut anchor_lang::__alloc::vec::Vec<&'static str>,
        types: &mut anchor_lang::__alloc::vec::Vec<&'static str>,
    ) {
        T::__register_idl_deps(accounts, types);
    }
}
