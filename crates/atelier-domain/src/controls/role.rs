//! The posts of a sales department, as far as rights go.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What somebody is here for. A person may have several; rights add up, duties must not clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Sales director (*directeur commercial*).
    Director,
    /// Operational head of a team (*responsable d'équipe*).
    Manager,
    /// Seller (*vendeur*).
    Seller,
    /// Sales operations (*administration des ventes*).
    SalesOps,
    /// Finance.
    Finance,
    /// Compliance (*conformité*).
    Compliance,
    /// Human resources.
    HumanResources,
    /// Coach: helps sellers, controls nobody.
    Coach,
    /// General management.
    GeneralManagement,
    /// Runs the users of a partner firm.
    PartnerAdmin,
    /// Works in a partner firm.
    PartnerUser,
    /// Reads everything, changes nothing.
    Auditor,
    /// Keeps the installation: users and rights, and no business data.
    Administrator,
}

impl Role {
    /// Every role, in the order of the policy's columns.
    pub const ALL: [Self; 13] = [
        Self::Director,
        Self::Manager,
        Self::Seller,
        Self::SalesOps,
        Self::Finance,
        Self::Compliance,
        Self::HumanResources,
        Self::Coach,
        Self::GeneralManagement,
        Self::PartnerAdmin,
        Self::PartnerUser,
        Self::Auditor,
        Self::Administrator,
    ];

    /// As written on the command line, in the policy and in facts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Director => "director",
            Self::Manager => "manager",
            Self::Seller => "seller",
            Self::SalesOps => "sales-ops",
            Self::Finance => "finance",
            Self::Compliance => "compliance",
            Self::HumanResources => "human-resources",
            Self::Coach => "coach",
            Self::GeneralManagement => "general-management",
            Self::PartnerAdmin => "partner-admin",
            Self::PartnerUser => "partner-user",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// Works for a partner firm.
    pub fn is_partner(self) -> bool {
        matches!(self, Self::PartnerAdmin | Self::PartnerUser)
    }

    /// Sees more than the work asks: what such a role reads is written in the access journal.
    pub fn is_privileged(self) -> bool {
        matches!(self, Self::Auditor | Self::Administrator | Self::Compliance)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl FromStr for Role {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.code() == text).ok_or(())
    }
}
