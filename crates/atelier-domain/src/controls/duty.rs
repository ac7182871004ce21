//! Separation of duties (*séparation des tâches*): what one person may not hold together.

use super::Role;

/// A thing done to a deal, a plan of pay, an alert or the installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// Draws up an incentive plan.
    DesignPlan,
    /// Approves it.
    ApprovePlan,
    /// Sets quotas.
    SetQuota,
    /// Enters deals and orders.
    EnterDeal,
    /// Approves discounts.
    ApproveDiscount,
    /// Changes who is credited.
    ChangeCredit,
    /// Judges what no figure measures.
    AssessQualitative,
    /// Runs the calculation of pay.
    RunCalculation,
    /// Approves a payment.
    ApprovePayment,
    /// Sends it to payroll.
    ExportToPayroll,
    /// Closes alerts.
    CloseAlert,
    /// Keeps the keys.
    Administer,
    /// Confirms orders that others recorded.
    ConfirmOrder,
}

use Duty::{
    Administer, ApproveDiscount, ApprovePayment, ApprovePlan, AssessQualitative, ChangeCredit, CloseAlert,
    ConfirmOrder, DesignPlan, EnterDeal, ExportToPayroll, RunCalculation, SetQuota,
};

/// The pairs that clash, each once.
/// Source: note on controls, "separation of duties": 66 pairs, 35 of them forbidden; capability CTL-07 for who
/// confirms orders, which is not among the twelve of the note.
const FORBIDDEN: [(Duty, &[Duty]); 11] = [
    (ConfirmOrder, &[EnterDeal, ChangeCredit, Administer]),
    (DesignPlan, &[ApprovePlan, ApprovePayment, CloseAlert, Administer]),
    (ApprovePlan, &[SetQuota, EnterDeal, Administer]),
    (SetQuota, &[EnterDeal, ApprovePayment, Administer]),
    (
        EnterDeal,
        &[
            ApproveDiscount,
            ChangeCredit,
            AssessQualitative,
            RunCalculation,
            ApprovePayment,
            ExportToPayroll,
            CloseAlert,
            Administer,
        ],
    ),
    (ApproveDiscount, &[ChangeCredit, CloseAlert, Administer]),
    (ChangeCredit, &[ApprovePayment, ExportToPayroll, CloseAlert, Administer]),
    (AssessQualitative, &[ApprovePayment, CloseAlert, Administer]),
    (RunCalculation, &[ApprovePayment, Administer]),
    (ApprovePayment, &[ExportToPayroll, CloseAlert, Administer]),
    (Administer, &[ExportToPayroll, CloseAlert]),
];

impl Duty {
    /// Every duty.
    pub const ALL: [Self; 13] = [
        DesignPlan,
        ApprovePlan,
        SetQuota,
        EnterDeal,
        ApproveDiscount,
        ChangeCredit,
        AssessQualitative,
        RunCalculation,
        ApprovePayment,
        ExportToPayroll,
        CloseAlert,
        Administer,
        ConfirmOrder,
    ];

    /// Whether one person may not hold both on the same object. Symmetric; nothing clashes with itself.
    pub fn clashes(self, other: Self) -> bool {
        let says = |one: Self, two: Self| {
            FORBIDDEN.iter().any(|(duty, others)| *duty == one && others.contains(&two))
        };
        says(self, other) || says(other, self)
    }
}

impl Role {
    /// What the role does, as far as separation goes. Reading is no duty.
    pub fn duties(self) -> &'static [Duty] {
        match self {
            Self::Director => &[ApprovePlan, ApproveDiscount],
            Self::Manager => &[ApproveDiscount, AssessQualitative],
            Self::Seller | Self::PartnerUser | Self::PartnerAdmin => &[EnterDeal],
            Self::SalesOps => &[DesignPlan, RunCalculation, SetQuota],
            Self::Finance => &[ConfirmOrder, ApprovePayment],
            Self::HumanResources => &[ExportToPayroll],
            Self::Compliance => &[CloseAlert],
            Self::Coach | Self::GeneralManagement | Self::Auditor => &[],
            Self::Administrator => &[Administer],
        }
    }
}

/// Two roles that one person may not have, with the duties that clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The roles.
    pub roles: [Role; 2],
    /// A duty of each.
    pub duties: [Duty; 2],
}

/// The pairs of `roles` that clash, each with the first duties that do. An auditor audits nobody's
/// work but others': with any role that has a duty it clashes too, and then says that duty twice.
pub fn conflicts(roles: &[Role]) -> Vec<Conflict> {
    let mut found = Vec::new();
    for (rank, one) in roles.iter().enumerate() {
        for other in &roles[rank + 1..] {
            if let Some(duties) = clash(*one, *other) {
                found.push(Conflict { roles: [*one, *other], duties });
            }
        }
    }
    found
}

fn clash(one: Role, other: Role) -> Option<[Duty; 2]> {
    if one == Role::Auditor || other == Role::Auditor {
        return one.duties().iter().chain(other.duties()).next().map(|duty| [*duty, *duty]);
    }
    let pairs =
        one.duties().iter().flat_map(|mine| other.duties().iter().map(move |theirs| [*mine, *theirs]));
    pairs.into_iter().find(|[mine, theirs]| mine.clashes(*theirs))
}
