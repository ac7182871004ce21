//! Users and units, as read tables.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::controls::{Unit, User};
use atelier_domain::language::TenantId;
use uuid::Uuid;

pub(crate) const USERS: Table = table!("users":
    login Text, name Text, roles Text, unit Text, person Text, firm Text, despite Text, standing Text);

impl Record for User {
    const TABLE: &'static Table = &USERS;

    fn cells(&self) -> Vec<Cell> {
        let roles: Vec<&str> = self.roles.iter().map(|role| role.code()).collect();
        vec![
            Cell::shown(&self.login),
            Cell::shown(&self.name),
            Cell::Text(roles.join(" ")),
            Cell::maybe(self.unit.as_ref()),
            Cell::maybe(self.person.as_ref()),
            Cell::maybe(self.firm.as_ref()),
            Cell::maybe(self.despite.as_ref()),
            Cell::shown(self.standing.code()),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.id()?,
            login: cells.text()?,
            name: cells.text()?,
            roles: cells.words()?,
            unit: cells.maybe_text()?,
            person: cells.maybe_text()?,
            firm: cells.maybe_text()?,
            despite: cells.maybe_text()?,
            standing: cells.parse()?,
        })
    }
}

pub(crate) const UNITS: Table = table!("units": code Text, parent Text, supervisor Text, deputy Text);

/// The identity of a unit: its code in its company.
pub fn unit_id(tenant: TenantId, unit: &Unit) -> Uuid {
    Uuid::new_v5(&tenant.0, ["unit/", &unit.code].concat().as_bytes())
}

impl Record for Unit {
    const TABLE: &'static Table = &UNITS;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(&self.code),
            Cell::maybe(self.parent.as_ref()),
            Cell::maybe(self.supervisor),
            Cell::maybe(self.deputy),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            code: cells.text()?,
            parent: cells.maybe_text()?,
            supervisor: cells.maybe()?,
            deputy: cells.maybe()?,
        })
    }
}
