from django.db import migrations

from fluxions.web.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("labs", "0001_initial")]
    operations = [append_only("labs_submission")]
