using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ComplaintsRead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DeviceId",
                table: "DeviceComplaints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "DeviceComplaints",
                type: "TEXT",
                nullable: false,
                defaultValue: "Other");

            migrationBuilder.AddColumn<long>(
                name: "PassId",
                table: "DeviceComplaints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "DeviceComplaints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Task",
                table: "DeviceComplaints",
                type: "TEXT",
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.CreateIndex(
                name: "IX_PushAttempts_Outcome_Id",
                table: "PushAttempts",
                columns: new[] { "Outcome", "Id" },
                filter: "\"Outcome\" <> 'Accepted'");

            migrationBuilder.CreateIndex(
                name: "IX_DeviceComplaints_PassId",
                table: "DeviceComplaints",
                column: "PassId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PushAttempts_Outcome_Id",
                table: "PushAttempts");

            migrationBuilder.DropIndex(
                name: "IX_DeviceComplaints_PassId",
                table: "DeviceComplaints");

            migrationBuilder.DropColumn(
                name: "DeviceId",
                table: "DeviceComplaints");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "DeviceComplaints");

            migrationBuilder.DropColumn(
                name: "PassId",
                table: "DeviceComplaints");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "DeviceComplaints");

            migrationBuilder.DropColumn(
                name: "Task",
                table: "DeviceComplaints");
        }
    }
}
