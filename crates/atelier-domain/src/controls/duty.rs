//! Separation of duties (*séparation des tâches*): what one person may not hold together.

use super::{Permission, Policy, Reach, Role, Space};

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
    /// What the role does, as far as separation goes: what the policy lets it do already, then what its post will do
    /// once there is something to do it to. Reading is no duty.
    ///
    /// A role may hold two that clash (a director enters deals and approves discounts): that is for who writes the
    /// policy; what is refused here is that a second role is added to it.
    pub fn duties(self) -> Vec<Duty> {
        let may = |permission| Policy::shipped().reach(permission, &[self]) != Reach::Nobody;
        // A partner registers deals of their own firm; the policy gives them no deal of ours.
        let enters = may(Permission::WriteCases) || may(Permission::WriteImports) || self.is_partner();
        let granted = [
            (EnterDeal, enters),
            (ConfirmOrder, may(Permission::WriteConfirmations)),
            (Administer, may(Permission::WriteUsers)),
        ];
        let post: &[Duty] = match self {
            Self::Director => &[ApprovePlan, ApproveDiscount],
            Self::Manager => &[ApproveDiscount, AssessQualitative],
            Self::SalesOps => &[DesignPlan, RunCalculation, SetQuota],
            Self::Finance => &[ApprovePayment],
            Self::HumanResources => &[ExportToPayroll],
            Self::Compliance => &[CloseAlert],
            _ => &[],
        };
        let granted = granted.into_iter().filter_map(|(duty, is_granted)| is_granted.then_some(duty));
        granted.chain(post.iter().copied()).collect()
    }

    /// Whether the policy shows it anything of the business beyond the name of the company: sales, or what controls them.
    pub fn reads_business(self) -> bool {
        Permission::ALL.into_iter().any(|permission| {
            let is_business = permission.space() != Space::Upkeep
                && !matches!(permission, Permission::ReadCompany | Permission::ReadAccesses);
            is_business && Policy::shipped().reach(permission, &[self]) != Reach::Nobody
        })
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
/// work but others': with any role that has a duty it clashes too, and then says that duty twice. Who keeps the keys
/// reads no business data: with any role that does, it clashes too, and then says keeping the keys twice.
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
        return one.duties().into_iter().chain(other.duties()).next().map(|duty| [duty, duty]);
    }
    let theirs = other.duties();
    let pairs = one.duties().into_iter().flat_map(|mine| theirs.iter().map(move |duty| [mine, *duty]));
    let keys = |one: Role, other: Role| one.duties().contains(&Administer) && other.reads_business();
    let sees = keys(one, other) || keys(other, one);
    pairs.into_iter().find(|[mine, theirs]| mine.clashes(*theirs)).or(sees.then_some([Administer; 2]))
}
