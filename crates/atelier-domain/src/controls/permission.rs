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
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Performance, Self::Control, Self::Upkeep];

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
    /// Collective indicators, planned against actual; not the rows behind them.
    ReadIndicators,
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
    /// Jobs: what was asked, how far it is, what came out.
    ReadJobs,
    /// Cancelling a job.
    WriteJobs,
    /// Who read or was refused what.
    ReadAccesses,
    /// Firms and the people there.
    ReadAccounts,
    /// Writing firms and the people there.
    WriteAccounts,
    /// Opportunities.
    ReadCases,
    /// Writing opportunities.
    WriteCases,
    /// Declaring on action orders.
    WriteOrders,
    /// Processes, workshop, objectives.
    ReadProcesses,
    /// Keeping processes and the workshop.
    WriteProcesses,
    /// What was imported, by whom.
    ReadImports,
    /// Importing, and taking an import back.
    WriteImports,
    /// Whole lists as files.
    Export,
    /// Facts as they were said, and their proofs.
    ReadFacts,
    /// Figures of the program itself.
    ReadMetrics,
    /// Personal data of those at customers: packages, terms of keeping.
    ReadPersons,
    /// Erasing somebody at a customer.
    WritePersons,
    /// Who outside is told what happens.
    ReadWebhooks,
    /// Adding, ending and testing subscriptions.
    WriteWebhooks,
    /// Won deals that wait to be confirmed.
    ReadConfirmations,
    /// Confirming or refusing a won deal of others.
    WriteConfirmations,
    /// Whether the works council was consulted.
    ReadGate,
    /// Recording that it was.
    WriteGate,
    /// People at customers in the archive apart.
    ReadArchives,
    /// Writing down what people at customers agree or object to.
    WriteConsents,
}

impl Permission {
    /// Every permission, in the order of the policy's rows.
    pub const ALL: [Self; 33] = [
        Self::ReadCompany,
        Self::ReadPlan,
        Self::ReadIndicators,
        Self::WritePlan,
        Self::ReadDay,
        Self::ReadUsers,
        Self::WriteUsers,
        Self::OwnAccess,
        Self::ReadJobs,
        Self::WriteJobs,
        Self::ReadAccesses,
        Self::ReadAccounts,
        Self::WriteAccounts,
        Self::ReadCases,
        Self::WriteCases,
        Self::WriteOrders,
        Self::ReadProcesses,
        Self::WriteProcesses,
        Self::ReadImports,
        Self::WriteImports,
        Self::Export,
        Self::ReadFacts,
        Self::ReadMetrics,
        Self::ReadPersons,
        Self::WritePersons,
        Self::ReadWebhooks,
        Self::WriteWebhooks,
        Self::ReadConfirmations,
        Self::WriteConfirmations,
        Self::ReadGate,
        Self::WriteGate,
        Self::ReadArchives,
        Self::WriteConsents,
    ];

    /// As written in the policy, in tokens and in the description of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::ReadCompany => "company/read",
            Self::ReadPlan => "plan/read",
            Self::ReadIndicators => "indicators/read",
            Self::WritePlan => "plan/write",
            Self::ReadDay => "day/read",
            Self::ReadUsers => "users/read",
            Self::WriteUsers => "users/write",
            Self::OwnAccess => "access/own",
            Self::ReadJobs => "jobs/read",
            Self::WriteJobs => "jobs/write",
            Self::ReadAccesses => "accesses/read",
            Self::ReadAccounts => "accounts/read",
            Self::WriteAccounts => "accounts/write",
            Self::ReadCases => "opportunities/read",
            Self::WriteCases => "opportunities/write",
            Self::WriteOrders => "orders/write",
            Self::ReadProcesses => "processes/read",
            Self::WriteProcesses => "processes/write",
            Self::ReadImports => "imports/read",
            Self::WriteImports => "imports/write",
            Self::Export => "exports/read",
            Self::ReadFacts => "facts/read",
            Self::ReadMetrics => "metrics/read",
            Self::ReadPersons => "persons/read",
            Self::WritePersons => "persons/write",
            Self::ReadWebhooks => "webhooks/read",
            Self::WriteWebhooks => "webhooks/write",
            Self::ReadConfirmations => "confirmations/read",
            Self::WriteConfirmations => "confirmations/write",
            Self::ReadGate => "gate/read",
            Self::WriteGate => "gate/write",
            Self::ReadArchives => "archives/read",
            Self::WriteConsents => "consents/write",
        }
    }

    /// Its space.
    pub fn space(self) -> Space {
        match self {
            Self::ReadAccesses
            | Self::ReadFacts
            | Self::ReadPersons
            | Self::WritePersons
            | Self::ReadConfirmations
            | Self::WriteConfirmations
            | Self::ReadGate
            | Self::WriteGate
            | Self::ReadArchives => Space::Control,
            Self::ReadUsers
            | Self::WriteUsers
            | Self::OwnAccess
            | Self::ReadJobs
            | Self::WriteJobs
            | Self::ReadMetrics
            | Self::ReadWebhooks
            | Self::WriteWebhooks => Space::Upkeep,
            _ => Space::Performance,
        }
    }

    /// Whether it changes something.
    pub fn writes(self) -> bool {
        matches!(
            self,
            Self::WritePlan
                | Self::WriteUsers
                | Self::OwnAccess
                | Self::WriteJobs
                | Self::WriteAccounts
                | Self::WriteCases
                | Self::WriteOrders
                | Self::WriteProcesses
                | Self::WriteImports
                | Self::WritePersons
                | Self::WriteWebhooks
                | Self::WriteConfirmations
                | Self::WriteGate
                | Self::WriteConsents
        )
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
