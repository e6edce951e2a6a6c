//! The accounts of this program.
mod insurance_pool;
mod provider_position;

pub use insurance_pool::InsurancePool;
pub use provider_position::ProviderPosition;
