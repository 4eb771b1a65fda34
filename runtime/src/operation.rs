//! What the service says of an export.

use crate::Status;
use crate::error::{Error, Kind};
use serde_json::{Map, Value};
use std::fmt;
use std::time::SystemTime;

/// An export as the service last described it.
///
/// Every field of the description is optional, and fields that this crate does not know are kept: see
/// [`metadata`](Self::metadata). Source: the REST reference, `Operation` and `OperationMetadata`.
#[derive(Clone, PartialEq)]
pub struct Operation {
    name: OperationName,
    metadata: Map<String, Value>,
    done: bool,
    error: Option<Status>,
    has_response: bool,
}

impl Operation {
    pub(crate) fn read(body: &[u8]) -> Result<Self, Unreadable> {
        let unreadable = |words: &str| Unreadable::Body(words.to_owned());
        let json =
            serde_json::from_slice(body).map_err(|error| Unreadable::Body(format!("not JSON: {error}")))?;
        let Value::Object(mut json) = json else { return Err(unreadable("not an object")) };
        let name = json.get("name").and_then(Value::as_str);
        let name = name.ok_or_else(|| unreadable("an operation without a name"))?;
        let name = OperationName::read(name).ok_or_else(|| Unreadable::Name(name.to_owned()))?;
        let metadata = match json.remove("metadata") {
            Some(Value::Object(metadata)) => metadata,
            _ => Map::new(),
        };
        Ok(Self {
            name,
            metadata,
            done: json.get("done").and_then(Value::as_bool).unwrap_or_default(),
            error: json.get("error").and_then(Value::as_object).map(Status::from_rpc),
            has_response: json.contains_key("response"),
        })
    }

    /// The name, `projects/{project}/operations/{id}`, by which [`Client::task`](crate::Client::task) finds it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The project and the id in the name.
    pub(crate) fn parsed_name(&self) -> &OperationName {
        &self.name
    }

    /// Whether the export has ended, well or not.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// Why the export failed, if it did.
    #[must_use]
    pub fn error(&self) -> Option<&Status> {
        self.error.as_ref()
    }

    /// Where the export stands.
    #[must_use]
    pub fn state(&self) -> OperationState {
        OperationState::read(self.text("state").unwrap_or_default())
    }

    /// The description that was sent with the request.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.text("description")
    }

    /// The kind of task, `EXPORT_VIDEO` for all that this crate starts.
    #[must_use]
    pub fn task_type(&self) -> Option<&str> {
        self.text("type")
    }

    /// The priority among the tasks of the project.
    #[must_use]
    pub fn priority(&self) -> Option<i64> {
        self.metadata.get("priority").and_then(Value::as_i64)
    }

    /// How much is done, from 0 to 1; 0 while nothing is known.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.number("progress").unwrap_or_default().clamp(0.0, 1.0)
    }

    /// The parts of the work.
    #[must_use]
    pub fn stages(&self) -> Vec<Stage> {
        let stages = self.metadata.get("stages").and_then(Value::as_array);
        stages.into_iter().flatten().filter_map(Value::as_object).map(Stage::read).collect()
    }

    /// How often the service has begun the work: it tries up to five times.
    #[must_use]
    pub fn attempt(&self) -> Option<i64> {
        self.metadata.get("attempt").and_then(Value::as_i64)
    }

    /// When the service accepted the request.
    #[must_use]
    pub fn create_time(&self) -> Option<SystemTime> {
        self.time("createTime")
    }

    /// When the description last changed.
    #[must_use]
    pub fn update_time(&self) -> Option<SystemTime> {
        self.time("updateTime")
    }

    /// When the work began.
    #[must_use]
    pub fn start_time(&self) -> Option<SystemTime> {
        self.time("startTime")
    }

    /// When the work ended.
    #[must_use]
    pub fn end_time(&self) -> Option<SystemTime> {
        self.time("endTime")
    }

    /// Where the video is; empty until it is written.
    #[must_use]
    pub fn destination_uris(&self) -> Vec<&str> {
        let uris = self.metadata.get("destinationUris").and_then(Value::as_array);
        uris.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// What the work has cost so far, in Earth Engine compute units and seconds.
    #[must_use]
    pub fn batch_eecu_usage_seconds(&self) -> Option<f64> {
        self.number("batchEecuUsageSeconds")
    }

    /// The whole description as it came, by the wire's names.
    #[must_use]
    pub fn metadata(&self) -> &Map<String, Value> {
        &self.metadata
    }

    /// How the export ended; `None` while it has not.
    pub(crate) fn outcome(&self) -> Option<Result<Done, Error>> {
        if !self.done {
            return None;
        }
        // The service has been seen to leave out the response: then the state tells.
        let succeeded = self.has_response || self.state() == OperationState::Succeeded;
        if self.error.is_none() && succeeded {
            return Some(Ok(Done { operation: self.clone() }));
        }
        Some(Err(Error::from(self)))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.metadata.get(name).and_then(Value::as_str)
    }

    /// A number, which the wire may write as a text.
    fn number(&self, name: &str) -> Option<f64> {
        match self.metadata.get(name)? {
            Value::String(text) => text.parse().ok(),
            value => value.as_f64(),
        }
    }

    fn time(&self, name: &str) -> Option<SystemTime> {
        let time: jiff::Timestamp = self.text(name)?.parse().ok()?;
        Some(time.into())
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Operation")
            .field("name", &self.name())
            .field("state", &self.state())
            .field("progress", &self.progress())
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// A failed operation, as an error.
impl From<&Operation> for Error {
    fn from(operation: &Operation) -> Self {
        let kind = match operation.error() {
            // What was cancelled ends with the code CANCELLED.
            Some(status) if status.code() == 1 => Kind::Cancelled,
            Some(status) => Kind::ExportFailed(status.clone()),
            None => {
                Kind::Protocol { http: 200, words: "an operation that ended without a result".to_owned() }
            }
        };
        Self::new(kind).with_outcome(crate::Outcome::Started)
    }
}

/// Why an answer is not an operation.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// It is something else; the words are a part of a sentence.
    Body(String),
    /// It is one, with a name that could not be used.
    Name(String),
}

/// `projects/{project}/operations/{id}`, each part safe in an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OperationName {
    whole: String,
}

impl OperationName {
    pub(crate) fn read(name: &str) -> Option<Self> {
        let (project, id) = name.strip_prefix("projects/")?.split_once("/operations/")?;
        let is_safe = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
        let is_id = !id.is_empty() && id.len() <= 128 && id.chars().all(is_safe);
        let is_name = is_id && !project.contains('/') && earthengine_schema::rules::project(project).is_ok();
        is_name.then(|| Self { whole: name.to_owned() })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.whole
    }

    /// Whether it is of this project: the service may write a number where an id was given.
    pub(crate) fn is_of(&self, project: &str) -> bool {
        let is_number = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
        let own = self.project();
        own == project || is_number(own) != is_number(project)
    }

    /// The project, by its id or number.
    pub(crate) fn project(&self) -> &str {
        self.segments().nth(1).unwrap_or_default()
    }

    pub(crate) fn segments(&self) -> std::str::Split<'_, char> {
        self.whole.split('/')
    }
}

/// Where an export stands. In brackets, what Earth Engine's pages call it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OperationState {
    /// `PENDING` (ready): it waits for its turn.
    Pending,
    /// `RUNNING`: the work is done now. It may go back to pending, when the service tries again.
    Running,
    /// `CANCELLING` (cancel requested).
    Cancelling,
    /// `SUCCEEDED` (completed).
    Succeeded,
    /// `CANCELLED`.
    Cancelled,
    /// `FAILED`.
    Failed,
    /// A state that this crate does not know, in the wire's word; empty if the service said none.
    Unknown(String),
}

impl OperationState {
    fn read(word: &str) -> Self {
        match word {
            "PENDING" => Self::Pending,
            "RUNNING" => Self::Running,
            "CANCELLING" => Self::Cancelling,
            "SUCCEEDED" => Self::Succeeded,
            "CANCELLED" => Self::Cancelled,
            "FAILED" => Self::Failed,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

/// In lower case, for people.
impl fmt::Display for OperationState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Cancelling => "cancelling",
            Self::Succeeded => "succeeded",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
            Self::Unknown(word) => return crate::status::printable(word).fmt(formatter),
        })
    }
}

/// A part of an export's work.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stage {
    /// The name for people.
    pub display_name: String,
    /// What is done in it.
    pub description: String,
    /// How much is done, in units of the service's own.
    pub complete_work_units: f64,
    /// How much there is to do, in the same units.
    pub total_work_units: f64,
}

impl Stage {
    fn read(json: &Map<String, Value>) -> Self {
        let text = |name| json.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let units = |name| match json.get(name) {
            Some(Value::String(text)) => text.parse().unwrap_or_default(),
            value => value.and_then(Value::as_f64).unwrap_or_default(),
        };
        Self {
            display_name: text("displayName"),
            description: text("description"),
            complete_work_units: units("completeWorkUnits"),
            total_work_units: units("totalWorkUnits"),
        }
    }
}

/// An export that ended well.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    operation: Operation,
}

impl Done {
    /// Where the video is.
    #[must_use]
    pub fn destination_uris(&self) -> Vec<&str> {
        self.operation.destination_uris()
    }

    /// The last description of the export.
    #[must_use]
    pub fn operation(&self) -> &Operation {
        &self.operation
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Operation {
        Operation::read(json.as_bytes()).unwrap()
    }

    #[test]
    fn every_field_is_optional_and_unknown_ones_are_kept() {
        let empty = read(r#"{"name": "projects/my-project/operations/A"}"#);
        assert_eq!(empty.state(), OperationState::Unknown(String::new()));
        assert!(empty.progress() == 0.0 && empty.create_time().is_none() && empty.outcome().is_none());

        let full = read(
            r#"{"name": "projects/my-project/operations/A", "done": false, "metadata": {
                "state": "HIBERNATING", "progress": 0.5, "attempt": 2, "batchEecuUsageSeconds": "3.5",
                "createTime": "2024-01-01T00:00:00.5Z", "destinationUris": ["https://a", 7],
                "stages": [{"displayName": "a", "completeWorkUnits": "1", "totalWorkUnits": 2}], "more": 1}}"#,
        );
        assert_eq!(full.state(), OperationState::Unknown("HIBERNATING".to_owned()));
        assert_eq!(full.batch_eecu_usage_seconds(), Some(3.5));
        let since_1970 = full.create_time().unwrap().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(since_1970.as_millis(), 1_704_067_200_500);
        assert_eq!(full.destination_uris(), ["https://a"]);
        let stage = &full.stages()[0];
        assert_eq!((stage.complete_work_units, stage.total_work_units), (1.0, 2.0));
        assert_eq!(full.metadata()["more"], 1);
    }

    #[test]
    fn an_export_that_failed_is_told_from_one_that_was_cancelled() {
        let ended = |rest: &str| {
            let json = format!(r#"{{"name": "projects/my-project/operations/A", "done": true{rest}}}"#);
            read(&json).outcome().unwrap()
        };
        assert!(ended(r#", "error": {"code": 3, "message": "no"}"#).unwrap_err().is_export_failed());
        assert!(ended(r#", "error": {"code": 1}"#).unwrap_err().is_cancelled());
        assert!(ended(r#", "response": {}"#).is_ok());
        assert!(ended(r#", "metadata": {"state": "SUCCEEDED"}"#).is_ok());
        assert_eq!(ended("").unwrap_err().outcome(), crate::Outcome::Started);
    }

    #[test]
    fn a_name_that_could_change_an_address_is_none() {
        assert!(OperationName::read("projects/example.com:my-project/operations/ABC-1_2").is_some());
        for name in [
            "",
            "projects/my-project/operations/",
            "projects/my-project/operations/../secrets",
            "projects/my-project/operations/a/b",
            "projects/my-project/operations/a?b",
            "projects/my-project/operations/a%2fb",
            "projects/my-project/operations/a\r\nb",
            "projects/../operations/a",
            "projects/projects/my-project/operations/a",
            "operations/a",
        ] {
            assert_eq!(OperationName::read(name), None, "{name}");
        }
    }
}
