//! What can be asked of the service, each under one permission of one space.

use std::fmt;
use std::str::FromStr;

/// For what a datum may be read. Performance belongs to sellers, coaches and those who plan; control
/// has its own readers. A permission is of one space, and what is captured in one is shown in the
/// other by no permission.
/// Source: purpose note, tension T3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Running the sales work.
    Performance,
    /// Controls and proofs.
    Control,
    /// Keeping users and the installation.
    Upkeep,
}

impl Space {
    /// As written in the policy.
    pub fn code(self) -> &'static str {
        match self {
            Self::Performance => "performance",
            Self::Control => "control",
            Self::Upkeep => "upkeep",
        }
    }
}

/// One thing that may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// The name of the company.
    ReadCompany,
    /// Load against capacity, dates and their reasons as a whole.
    ReadPlan,
    /// Making and publishing a plan of the whole company.
    WritePlan,
    /// A person's day, calendar and the reasons of its dates.
    ReadDay,
    /// Users, roles, units.
    ReadUsers,
    /// Inviting, changing, disabling users; units.
    WriteUsers,
    /// One's own session, password and tokens.
    OwnAccess,
    /// Who read or was refused what.
    ReadAccesses,
}

impl Permission {
    /// Every permission, in the order of the policy's rows.
    pub const ALL: [Self; 8] = [
        Self::ReadCompany,
        Self::ReadPlan,
        Self::WritePlan,
        Self::ReadDay,
        Self::ReadUsers,
        Self::WriteUsers,
        Self::OwnAccess,
        Self::ReadAccesses,
    ];

    /// As written in the policy, in tokens and in the description of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::ReadCompany => "company/read",
            Self::ReadPlan => "plan/read",
            Self::WritePlan => "plan/write",
            Self::ReadDay => "day/read",
            Self::ReadUsers => "users/read",
            Self::WriteUsers => "users/write",
            Self::OwnAccess => "access/own",
            Self::ReadAccesses => "accesses/read",
        }
    }

    /// Its space.
    pub fn space(self) -> Space {
        match self {
            Self::ReadCompany | Self::ReadPlan | Self::WritePlan | Self::ReadDay => Space::Performance,
            Self::ReadAccesses => Space::Control,
            Self::ReadUsers | Self::WriteUsers | Self::OwnAccess => Space::Upkeep,
        }
    }

    /// Whether it changes something.
    pub fn writes(self) -> bool {
        matches!(self, Self::WritePlan | Self::WriteUsers | Self::OwnAccess)
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl FromStr for Permission {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|permission| permission.code() == text).ok_or(())
    }
}
