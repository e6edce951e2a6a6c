//! Program-derived addresses: found once, when an account is made; compared ever after.
use anchor_lang::prelude::*;

/// Checks that `account` is the canonical PDA of `seeds` and returns its bump.
///
/// Costs a search. Only what creates an account calls it: later instructions compare stored addresses.
pub fn verify_canonical(account: &AccountView, seeds: &[&[u8]], program: &Address) -> Result<u8> {
    let (expected, bump) = find_program_address(seeds, program);
    require_keys_eq!(*account.address(), expected, ErrorCode::ConstraintSeeds);
    Ok(bump)
}

/// Creates `account`, a PDA of `owner` or one that `owner` gets, at `space` zeroed bytes.
///
/// Lamports that somebody sent to the address beforehand count towards the rent.
pub fn create(
    payer: &AccountView,
    account: &AccountView,
    space: usize,
    owner: &Address,
    seeds: &[&[u8]],
) -> Result<()> {
    // Somebody's earlier account: the system program would say the same with less of a name.
    require!(
        account.owned_by(&crate::ids::SYSTEM_PROGRAM) && account.is_data_empty(),
        ProgramError::AccountAlreadyInitialized
    );
    create_account_signed(payer, account, space, owner, seeds)
}

/// Creates this program's PDA for `T`, writes its discriminator, and hands out the zeroed struct.
pub fn create_account_of<T>(payer: &AccountView, account: &AccountView, seeds: &[&[u8]]) -> Result<Account<T>>
where
    T: Owner + Discriminator + anchor_lang::bytemuck::Pod,
{
    let space = T::DISCRIMINATOR.len().saturating_add(core::mem::size_of::<T>());
    create(payer, account, space, &T::OWNER, seeds)?;
    let mut view = *account;
    // SAFETY: the account was made by the call above, so nothing else has borrowed its data.
    unsafe {
        view.borrow_unchecked_mut()
            .get_mut(..T::DISCRIMINATOR.len())
            .ok_or(ProgramError::AccountDataTooSmall)?
            .copy_from_slice(T::DISCRIMINATOR);
        Account::<T>::load_mut_after_init(*account)
    }
}
