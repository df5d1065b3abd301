using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Designs;

namespace Portal.Data.Pushes;

internal sealed class PendingPushConfiguration : IEntityTypeConfiguration<PendingPush>
{
    public void Configure(EntityTypeBuilder<PendingPush> builder)
    {
        builder.HasKey(push => push.PushTargetId);
        builder.Property(push => push.PushTargetId).ValueGeneratedNever();
        builder.Property(push => push.Priority).HasConversion<int>();
        // One seek finds what is due of a topic: what is backed off or parked never lies before it.
        builder.HasIndex(push => new { push.PassTypeId, push.Priority, push.DueAt }).HasFilter("\"ParkedReason\" IS NULL");
        builder.HasOne(push => push.PushTarget).WithOne(target => target.Pending).HasForeignKey<PendingPush>(push => push.PushTargetId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PushLeaseConfiguration : IEntityTypeConfiguration<PushLease>
{
    // As many rows as claims are under way, so no index but its key.
    public void Configure(EntityTypeBuilder<PushLease> builder) =>
        builder.Property(lease => lease.Id).ValueGeneratedNever();
}

internal sealed class FanOutConfiguration : IEntityTypeConfiguration<FanOut>
{
    public void Configure(EntityTypeBuilder<FanOut> builder) =>
        builder.HasOne<PassDesign>().WithMany().HasForeignKey(row => row.DesignId).OnDelete(DeleteBehavior.Cascade);
}

internal sealed class PushAttemptConfiguration : IEntityTypeConfiguration<PushAttempt>
{
    public void Configure(EntityTypeBuilder<PushAttempt> builder)
    {
        // None by time: the log is in the order of its ids, and each index costs every push a place in it.
        builder.HasIndex(attempt => attempt.PushTargetId);
        // What did not go well is seldom, and looked for.
        builder.HasIndex(attempt => new { attempt.Outcome, attempt.Id }).HasFilter("\"Outcome\" <> 'Accepted'");
        // No foreign keys: a log outlives what it is about, and checking them costs more than writing the row.
    }
}
