//! A company as somebody may reach it.

use atelier_domain::language::TenantId;
use atelier_store::{Company, Lease, Scope};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A company of this installation.
#[derive(Clone, Debug)]
pub struct Office {
    /// Short code.
    pub code: String,
    /// Shown name.
    pub name: String,
    /// Time zone.
    pub zone: String,
    /// Money.
    pub currency: String,
    /// Identity.
    pub tenant: TenantId,
    /// What may be read of it.
    pub scope: Scope,
}

impl Office {
    /// With everything of the company in its scope.
    pub(crate) fn of(tenant: TenantId, company: Company) -> Self {
        Self {
            code: company.code,
            name: company.name,
            zone: company.zone,
            currency: company.currency.to_string(),
            tenant,
            scope: Scope::of_company(tenant),
        }
    }

    /// The day that it is there.
    pub fn today(&self) -> Date {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        Timestamp::now().to_zoned(zone).date()
    }
}

/// What a job may reach: its company, and nothing of another.
pub fn scope_of(lease: &Lease) -> Scope {
    Scope::of_company(lease.tenant)
}
