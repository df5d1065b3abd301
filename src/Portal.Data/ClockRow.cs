using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Certificates;

namespace Portal.Data;

/// <summary>The stored clock of one pass type. Only <see cref="UpdateClock"/> writes it.</summary>
public sealed class ClockRow
{
    public int PassTypeId { get; set; }

    /// <summary>A random id of this database's clock, replaced when an older backup is restored.</summary>
    public required string Epoch { get; set; }

    public DateTimeOffset EpochStartedAt { get; set; }

    public long Number { get; set; }
}

internal sealed class ClockRowConfiguration : IEntityTypeConfiguration<ClockRow>
{
    public void Configure(EntityTypeBuilder<ClockRow> builder)
    {
        builder.ToTable("UpdateClocks");
        builder.HasKey(clock => clock.PassTypeId);
        builder.Property(clock => clock.PassTypeId).ValueGeneratedNever();
        builder.HasOne<PassType>().WithOne().HasForeignKey<ClockRow>(clock => clock.PassTypeId).OnDelete(DeleteBehavior.Cascade);
    }
}
