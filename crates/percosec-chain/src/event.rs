//! Logging events from the stack: Anchor's `emit!` copies each to the heap first.
use anchor_lang::prelude::*;

/// An event that lies in memory as it is logged.
///
/// # Safety
/// For `#[event(bytemuck)]` only, which is `repr(C)` and refused by the compiler where it has padding.
pub unsafe trait Plain: Event {}

/// Declares events to be [`Plain`].
#[macro_export]
macro_rules! plain_events {
    ($($event:ident),+ $(,)?) => {
        // SAFETY: each is an `#[event(bytemuck)]`.
        $(unsafe impl $crate::event::Plain for $event {})+
    };
}

#[repr(C)]
struct Logged<E> {
    discriminator: [u8; 8],
    event: E,
}

/// Logs `event`, as `emit!` does.
#[inline(always)]
pub fn emit<E: Plain>(event: E) {
    let logged = Logged {
        discriminator: *E::DISCRIMINATOR.first_chunk().unwrap_or(&[0; 8]),
        event,
    };
    // SAFETY: eight bytes and a plain event, whose alignment is eight at most, lie together without padding.
    let bytes = unsafe {
        core::slice::from_raw_parts(
            core::ptr::from_ref(&logged).cast::<u8>(),
            core::mem::size_of::<Logged<E>>(),
        )
    };
    sol_log_data(&[bytes]);
}
