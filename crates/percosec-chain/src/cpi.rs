//! Calls to other programs from the stack: Anchor's own helpers build each call in heap vectors, at thousands of
//! compute units a call.
use anchor_lang::pinocchio::cpi::{invoke_signed_unchecked, CpiAccount, Seed, Signer};
use anchor_lang::pinocchio::instruction::{InstructionAccount, InstructionView};
use anchor_lang::prelude::*;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::Deref;

/// A program that is called by its known id: a wrong account in its place can only make that call fail.
pub struct Called<P> {
    view: AccountView,
    program: PhantomData<P>,
}

impl<P> AnchorAccount for Called<P> {
    type Data = AccountView;

    #[inline(always)]
    fn load(view: AccountView) -> Result<Self> {
        Ok(Self {
            view,
            program: PhantomData,
        })
    }

    #[inline(always)]
    fn account(&self) -> &AccountView {
        &self.view
    }
}

impl<P> Deref for Called<P> {
    type Target = AccountView;

    #[inline(always)]
    fn deref(&self) -> &AccountView {
        &self.view
    }
}

/// The IDL names the program's address, so that clients fill it in.
impl<P: Id> IdlAccountType for Called<P> {
    const __IDL_ADDRESS: Option<&'static str> = Some(P::IDL_ADDRESS);
}

/// One account of a call: as the callee sees it.
#[derive(Clone, Copy)]
pub struct Meta<'a> {
    pub account: &'a AccountView,
    pub writable: bool,
    pub signer: bool,
}

pub fn readonly(account: &AccountView) -> Meta<'_> {
    Meta {
        account,
        writable: false,
        signer: false,
    }
}

pub fn writable(account: &AccountView) -> Meta<'_> {
    Meta {
        account,
        writable: true,
        signer: false,
    }
}

/// Writable where the transaction made it so: for accounts that the callee judges by itself.
pub fn as_given(account: &AccountView) -> Meta<'_> {
    Meta {
        account,
        writable: account.is_writable(),
        signer: false,
    }
}

impl Meta<'_> {
    #[must_use]
    pub fn signing(mut self) -> Self {
        self.signer = true;
        self
    }
}

/// Calls `program`. `seeds` (bump last) sign for one PDA of the caller; empty where the transaction's signatures do.
///
/// A failing callee ends the transaction: on Solana there is no return from that.
#[inline(always)]
pub fn invoke<const N: usize>(
    program: &Address,
    data: &[u8],
    metas: [Meta<'_>; N],
    seeds: &[&[u8]],
) {
    let accounts =
        metas.map(|m| InstructionAccount::new(m.account.address(), m.writable, m.signer));
    let mut views = [const { MaybeUninit::<CpiAccount>::uninit() }; N];
    for (slot, meta) in views.iter_mut().zip(metas.iter()) {
        CpiAccount::init_from_account_view(meta.account, slot);
    }
    let instruction = InstructionView {
        program_id: program,
        data,
        accounts: &accounts,
    };
    // SAFETY: every view was initialized above. The unchecked call skips only pinocchio's own borrow flags: no
    // reference into the data of a passed account lives across it, since handlers read typed accounts through
    // their wrappers again after each call.
    unsafe {
        let views = core::slice::from_raw_parts(views.as_ptr().cast::<CpiAccount>(), N);
        if seeds.is_empty() {
            invoke_signed_unchecked(&instruction, views, &[]);
        } else {
            // `Seed` is `repr(C)` (pointer, length): what a byte slice is on this target.
            let seeds = core::slice::from_raw_parts(seeds.as_ptr().cast::<Seed>(), seeds.len());
            invoke_signed_unchecked(&instruction, views, &[Signer::from(seeds)]);
        }
    }
}

/// Whether `discriminator`, Anchor's, is the one that callers or readers hold: for the owner to assert.
pub const fn is_discriminator(discriminator: &[u8], held: [u8; 8]) -> bool {
    match discriminator.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes) == u64::from_le_bytes(held),
        None => false,
    }
}
