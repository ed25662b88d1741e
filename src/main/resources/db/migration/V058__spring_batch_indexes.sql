-- What is looked up in the tables of Spring Batch at every start of a job; its own script has no indexes for it.
create index batch_job_instance_newest on batch_job_instance (job_name, job_instance_id);
comment on index batch_job_instance_newest is 'the last run of a job';

create index batch_job_execution_of_instance on batch_job_execution (job_instance_id);
comment on index batch_job_execution_of_instance is 'the tries of a run';

create index batch_job_execution_params_of_execution on batch_job_execution_params (job_execution_id);
comment on index batch_job_execution_params_of_execution is 'what a try was started with';

create index batch_step_execution_of_job on batch_step_execution (job_execution_id);
comment on index batch_step_execution_of_job is 'the steps of a try';
