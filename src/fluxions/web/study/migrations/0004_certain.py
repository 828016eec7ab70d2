from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from fluxions.web.append_only import append_only, writable


def several_were_candidates(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Several misconceptions of one answer were those that it could come from."""
    answers = apps.get_model("study", "Answer").objects
    kept = answers.exclude(misconceptions=[]).values_list("pk", "misconceptions")
    answers.filter(pk__in=[pk for pk, names in kept.iterator() if len(names) > 1]).update(certain=False)


class Migration(migrations.Migration):
    dependencies = [("study", "0003_memory")]
    operations = [
        writable("study_answer"),
        migrations.AddField(model_name="answer", name="certain", field=models.BooleanField(default=True)),
        migrations.RunPython(several_were_candidates, migrations.RunPython.noop),
        append_only("study_answer"),
    ]
