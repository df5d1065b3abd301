using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Certificates;

namespace Portal.Data.Activity;

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.HasIndex(change => change.At);
        builder.HasIndex(change => new { change.PassId, change.Tag });
        builder.HasOne<PassType>().WithMany().HasForeignKey(change => change.PassTypeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DeviceComplaintConfiguration : IEntityTypeConfiguration<DeviceComplaint>
{
    // No foreign keys: like every log it outlives what it is about.
    public void Configure(EntityTypeBuilder<DeviceComplaint> builder)
    {
        builder.HasIndex(complaint => complaint.At);
        builder.HasIndex(complaint => complaint.PassId);
    }
}
