from django.db import migrations

from fluxions.web.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_people")]
    operations = [append_only("accounts_auditevent")]
