//! The life of the tasks: who waits, who runs, who is done.
//!
//! Nothing moves by itself. Whoever asks says what time it is, and everything that should have happened until
//! then happens first: so tests need not wait, and the same times always give the same lives.

use crate::refusal::Refusal;
use crate::request::Request;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;

/// How many tasks of a project run at once.
const RUNNING_AT_ONCE: usize = 2;
/// How long a task at least waits, and how long it runs, at speed 1.
const PENDING: Duration = Duration::from_secs(5);
const RUNNING: Duration = Duration::from_secs(60);

/// All tasks, in the order in which they were accepted.
#[derive(Debug)]
pub(crate) struct Tasks {
    tasks: Vec<Task>,
    by_request_id: HashMap<String, usize>,
    speed: f64,
    now: Duration,
}

#[derive(Debug)]
struct Task {
    name: String,
    project: String,
    request: Request,
    created: Duration,
    started: Option<Duration>,
    ended: Option<Duration>,
}

impl Tasks {
    pub(crate) fn new(speed: f64) -> Self {
        Self { tasks: Vec::new(), by_request_id: HashMap::new(), speed, now: Duration::ZERO }
    }

    pub(crate) fn len(&self) -> usize {
        self.tasks.len()
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.tasks.iter().map(|task| task.name.as_str())
    }

    /// Accepts a request. A repeated request id is answered with the first operation, as AIP-155 promises, and refused
    /// if it comes with another request.
    pub(crate) fn accept(&mut self, project: &str, request: Request) -> Result<Value, Refusal> {
        if let Some(first) = request.request_id.as_ref().and_then(|id| self.by_request_id.get(id)) {
            let first = &self.tasks[*first];
            return if first.project == project && first.request.body == request.body {
                Ok(self.operation(first))
            } else {
                Err(Refusal::invalid("A different Operation was already started with the given request_id."))
            };
        }
        if let Some(id) = &request.request_id {
            self.by_request_id.insert(id.clone(), self.tasks.len());
        }
        let name = format!("projects/{project}/operations/EMULATED{:08}", self.tasks.len() + 1);
        let task = Task {
            name,
            project: project.to_owned(),
            request,
            created: self.now,
            started: None,
            ended: None,
        };
        let operation = self.operation(&task);
        self.tasks.push(task);
        Ok(operation)
    }

    /// The operation with this name.
    pub(crate) fn get(&self, name: &str) -> Option<Value> {
        self.tasks.iter().find(|task| task.name == name).map(|task| self.operation(task))
    }

    /// The operations of a project, the newest first.
    pub(crate) fn list(&self, project: &str) -> Vec<Value> {
        let tasks = self.tasks.iter().rev().filter(|task| task.project == project);
        tasks.map(|task| self.operation(task)).collect()
    }

    /// Lets everything happen that happens until `now`.
    pub(crate) fn advance(&mut self, now: Duration) {
        while let Some(moment) = self.next_event().filter(|moment| *moment <= now) {
            self.now = moment;
            let running_time = RUNNING.div_f64(self.speed);
            for task in &mut self.tasks {
                if task.ended.is_none()
                    && task.started.is_some_and(|started| started + running_time <= moment)
                {
                    task.ended = Some(moment);
                }
            }
            self.start_waiting(moment);
        }
        self.now = self.now.max(now);
    }

    /// The next moment at which a task ends or may start.
    fn next_event(&self) -> Option<Duration> {
        let running = self.running();
        let has_room =
            |task: &Task| running.get(task.project.as_str()).copied().unwrap_or(0) < RUNNING_AT_ONCE;
        let event = |task: &Task| match (task.started, task.ended) {
            (_, Some(_)) => None,
            (Some(started), None) => Some(started + RUNNING.div_f64(self.speed)),
            (None, None) => has_room(task).then(|| self.ready(task).max(self.now)),
        };
        self.tasks.iter().filter_map(event).min()
    }

    fn ready(&self, task: &Task) -> Duration {
        task.created + PENDING.div_f64(self.speed)
    }

    /// How many tasks of each project run.
    fn running(&self) -> HashMap<&str, usize> {
        let mut running = HashMap::new();
        for task in self.tasks.iter().filter(|task| task.started.is_some() && task.ended.is_none()) {
            *running.entry(task.project.as_str()).or_default() += 1;
        }
        running
    }

    /// Starts what may start: the highest priority first, then the oldest.
    fn start_waiting(&mut self, moment: Duration) {
        let mut waiting: Vec<_> = (0..self.tasks.len())
            .filter(|index| self.tasks[*index].started.is_none() && self.ready(&self.tasks[*index]) <= moment)
            .collect();
        waiting.sort_by_key(|index| std::cmp::Reverse(self.tasks[*index].request.priority));
        let mut running: HashMap<String, usize> =
            self.running().into_iter().map(|(project, count)| (project.to_owned(), count)).collect();
        for index in waiting {
            let task = &mut self.tasks[index];
            let running = running.entry(task.project.clone()).or_default();
            if *running < RUNNING_AT_ONCE {
                *running += 1;
                task.started = Some(moment);
            }
        }
    }

    fn operation(&self, task: &Task) -> Value {
        let progress = task.started.map_or(0.0, |started| {
            let run = self.now.saturating_sub(started).mul_f64(self.speed);
            (run.as_secs_f64() / RUNNING.as_secs_f64()).min(1.0)
        });
        let state = match (task.started, task.ended) {
            (None, _) => "PENDING",
            (Some(_), None) => "RUNNING",
            (Some(_), Some(_)) => "SUCCEEDED",
        };
        let mut metadata = json!({
            "@type": "type.googleapis.com/google.earthengine.v1alpha.OperationMetadata",
            "state": state,
            "type": "EXPORT_VIDEO",
            "description": task.request.description.clone().unwrap_or_default(),
            "priority": task.request.priority,
            "createTime": time(task.created),
            "updateTime": time(task.ended.unwrap_or(self.now)),
        });
        if let Some(started) = task.started {
            metadata["startTime"] = time(started);
            metadata["attempt"] = json!(1);
            metadata["progress"] = json!(progress);
            metadata["stages"] = json!([{
                "displayName": "Create Local Files",
                "completeWorkUnits": progress,
                "totalWorkUnits": 1,
                "description": "Computation and writing of temporary files.",
            }]);
            metadata["batchEecuUsageSeconds"] = json!(progress * RUNNING.as_secs_f64());
        }
        let mut operation = json!({ "name": task.name, "metadata": metadata });
        if let Some(ended) = task.ended {
            operation["metadata"]["endTime"] = time(ended);
            operation["metadata"]["destinationUris"] = json!([task.request.destination_uri]);
            operation["done"] = json!(true);
            operation["response"] = json!({ "@type": "type.googleapis.com/google.protobuf.Empty" });
        }
        operation
    }
}

/// A moment of the emulator's clock as a date: the clock starts at the beginning of 2024.
fn time(moment: Duration) -> Value {
    const EPOCH: i64 = 1_704_067_200;
    let seconds = i64::try_from(moment.as_secs()).unwrap_or(i64::MAX - EPOCH);
    let nanoseconds = i32::try_from(moment.subsec_micros() * 1000).unwrap_or_default();
    match jiff::Timestamp::new(EPOCH + seconds, nanoseconds) {
        Ok(time) => json!(time.to_string()),
        Err(_) => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(priority: i64) -> Request {
        Request {
            description: None,
            request_id: None,
            priority,
            destination_uri: "https://example.com".to_owned(),
            body: Value::Null,
        }
    }

    fn states(tasks: &mut Tasks, second: u64) -> String {
        tasks.advance(Duration::from_secs(second));
        let letter =
            |task: &Task| tasks.operation(task)["metadata"]["state"].as_str().unwrap()[..1].to_owned();
        tasks.tasks.iter().map(letter).collect()
    }

    #[test]
    fn two_run_at_a_time_and_the_highest_priority_goes_first() {
        let mut tasks = Tasks::new(1.0);
        for priority in [100, 100, 200, 300] {
            tasks.accept("my-project", request(priority)).unwrap();
        }
        assert_eq!(states(&mut tasks, 4), "PPPP");
        assert_eq!(states(&mut tasks, 5), "PPRR");
        assert_eq!(states(&mut tasks, 64), "PPRR");
        assert_eq!(states(&mut tasks, 65), "RRSS");
        assert_eq!(states(&mut tasks, 125), "SSSS");
    }

    #[test]
    fn a_long_silence_is_caught_up_with() {
        let mut tasks = Tasks::new(1.0);
        for _ in 0..5 {
            tasks.accept("my-project", request(100)).unwrap();
        }
        assert_eq!(states(&mut tasks, 10_000), "SSSSS");
        assert_eq!(tasks.tasks[4].ended, Some(Duration::from_secs(5 + 3 * 60)));
    }

    #[test]
    fn speed_shortens_everything() {
        let mut tasks = Tasks::new(60.0);
        tasks.accept("my-project", request(100)).unwrap();
        assert_eq!(states(&mut tasks, 1), "R");
        assert_eq!(states(&mut tasks, 2), "S");
    }

    #[test]
    fn projects_do_not_wait_for_each_other() {
        let mut tasks = Tasks::new(1.0);
        for project in ["project-a", "project-a", "project-a", "project-b"] {
            tasks.accept(project, request(100)).unwrap();
        }
        assert_eq!(states(&mut tasks, 5), "RRPR");
    }
}
