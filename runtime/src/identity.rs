//! What makes two requests the same export.

use crate::{Project, RequestId};
use sha2::{Digest, Sha256};

/// How an export got its request id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// Given by the user, or random.
    Id(RequestId),
    /// Derived from the name of a job.
    Job(String),
}

impl Identity {
    pub(crate) fn request_id(&self, project: &Project) -> RequestId {
        match self {
            Self::Id(id) => id.clone(),
            Self::Job(job) => RequestId::derived(format!("v1-{}", base32(&job_hash(project, job)))),
        }
    }
}

/// The end of the description of a job's export, by which its operation is recognised: ` [j:`, 8 characters for
/// the job, `.`, 6 for the body, `]`.
pub(crate) fn job_tag(project: &Project, job: &str, body: &[u8]) -> String {
    let (job, body) = (base32(&job_hash(project, job)), base32(&Sha256::digest(body)));
    format!(" [j:{}.{}]", first(&job, 8), first(&body, 6))
}

/// The body is not a part of it: the same job with another body must be recognised and refused.
fn job_hash(project: &Project, job: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    // No project has a zero byte, so no two pairs are written alike.
    hash.update(b"v1\0");
    hash.update(project.as_str());
    hash.update(b"\0");
    hash.update(job);
    hash.finalize().into()
}

/// In lower-case letters and digits, which every request id may have.
fn base32(bytes: &[u8]) -> String {
    data_encoding::BASE32_NOPAD.encode(bytes).to_ascii_lowercase()
}

fn first(text: &str, count: usize) -> &str {
    text.get(..count).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROJECT: Project = Project::from_static("my-project");

    /// Pinned: another id for a job that was started by an earlier version would start it again.
    #[test]
    fn ids_and_tags_never_change() {
        let id = Identity::Job("nightly-2024-01-01".to_owned()).request_id(&PROJECT);
        assert_eq!(id.as_str(), "v1-2k2p4iqjy72l5kcssdzvem3bgqdqti26smv236pdug7rplgo6emq");
        assert_eq!(job_tag(&PROJECT, "nightly-2024-01-01", b"{}"), " [j:2k2p4iqj.iqjw7i]");
    }

    #[test]
    fn project_and_job_are_told_apart() {
        let id = |project: &'static str, job: &str| {
            Identity::Job(job.to_owned()).request_id(&Project::from_static(project))
        };
        assert_ne!(id("project-a", "b"), id("project-a", "c"));
        assert_ne!(id("project-a", "b"), id("project-b", "b"));
    }
}
