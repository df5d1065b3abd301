using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeaseRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PushAttempts_At",
                table: "PushAttempts");

            migrationBuilder.DropColumn(
                name: "LeaseId",
                table: "PendingPushes");

            migrationBuilder.DropColumn(
                name: "LeasedBy",
                table: "PendingPushes");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "PendingPushes");

            migrationBuilder.CreateTable(
                name: "PushLeases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BootId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Pushes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushLeases", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PushLeases");

            migrationBuilder.AddColumn<Guid>(
                name: "LeaseId",
                table: "PendingPushes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LeasedBy",
                table: "PendingPushes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeasedUntil",
                table: "PendingPushes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_PushAttempts_At",
                table: "PushAttempts",
                column: "At");
        }
    }
}
