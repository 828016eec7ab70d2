from django.db import migrations

from fluxions.web.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("study", "0001_initial")]
    operations = [append_only("study_answer", "study_hintshown", "study_observation")]
